using System.Numerics;
using System.Numerics.Tensors;
using Pneumonia.Core.Imaging;

namespace Pneumonia.Model.Data.Pictures;

/// <summary>A picture so small that another size, compression or exposure of it looks the same: what equal pictures are known by.</summary>
internal sealed class SmallPicture
{
    /// <summary>From this correlation on, two pictures are one. Among 5,232 X-rays no two different ones reach 0.98; one at half or one and a half
    /// the size, as a JPEG of quality 10, or with its levels bent by a gamma of 1.3 stays above 0.994.</summary>
    public const float LeastCorrelation = 0.99f;

    private const int Side = 32;
    private const int Block = 4;
    private const int MostDifferentBits = 10;

    // Below this deviation, of a scale from 0 to 255, there is nothing in a picture to tell it by.
    private const float LeastDeviation = 2;

    private readonly float[] _standardised;

    private SmallPicture(float[] standardised, ulong hash, bool isFlat) => (_standardised, Hash, IsFlat) = (standardised, hash, isFlat);

    /// <summary>A bit for each of 8 by 8 blocks: whether it is brighter than its neighbour.</summary>
    public ulong Hash { get; }

    /// <summary>Whether it is of one grey: such pictures are the same only where their bytes are.</summary>
    public bool IsFlat { get; }

    /// <summary>Makes it of a picture.</summary>
    /// <param name="pixels">Row-major grey levels.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="white">The level of white.</param>
    public static SmallPicture Of<T>(ReadOnlySpan<T> pixels, int width, int height, float white)
        where T : unmanaged, INumber<T>
    {
        var small = new float[Side * Side];
        ImageResizer.Resize(pixels, width, height, small, Side, Side, Interpolation.AntialiasedBilinear);
        TensorPrimitives.Multiply(small, 255 / white, small);
        var hash = HashOf(small);
        TensorPrimitives.Subtract(small, TensorPrimitives.Sum<float>(small) / small.Length, small);
        var norm = TensorPrimitives.Norm<float>(small);
        var isFlat = norm < LeastDeviation * Side;
        TensorPrimitives.Divide(small, Math.Max(norm, 1e-6f), small);
        return new(small, hash, isFlat);
    }

    /// <summary>Whether two pictures may be one: a quick look at the hashes alone.</summary>
    public static bool MayBeSame(ulong hash, ulong other) => BitOperations.PopCount(hash ^ other) <= MostDifferentBits;

    /// <summary>Whether two pictures are one, scaled, recompressed or of another exposure: their hashes are close, and so are their
    /// pixels.</summary>
    public bool IsSame(SmallPicture other) => !IsFlat && !other.IsFlat && MayBeSame(Hash, other.Hash) && Correlation(other) >= LeastCorrelation;

    /// <summary>How well the pixels of two agree: 1 where one is the other brighter or harder.</summary>
    public float Correlation(SmallPicture other) => TensorPrimitives.Dot<float>(_standardised, other._standardised);

    private static ulong HashOf(ReadOnlySpan<float> small)
    {
        Span<float> blocks = stackalloc float[64];
        for (var i = 0; i < small.Length; i++)
        {
            blocks[(i / Side / Block * 8) + (i % Side / Block)] += small[i];
        }

        var hash = 0ul;
        for (var i = 0; i < 64; i++)
        {
            var neighbour = i % 8 < 7 ? i + 1 : (i + 8) % 64;
            hash |= blocks[i] > blocks[neighbour] ? 1ul << i : 0;
        }

        return hash;
    }
}
