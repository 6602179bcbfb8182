using System.Diagnostics;
using System.Security.Cryptography;
using Pneumonia.Core;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Model.Data;

namespace Pneumonia.Model.Lungs;

/// <summary>X-rays and masks in memory, a byte a pixel.</summary>
internal sealed class LungExamples
{
    private LungExamples(int side, IReadOnlyList<LungExample> all) => (Side, All) = (side, all);

    /// <summary>Columns and rows.</summary>
    public int Side { get; }

    /// <summary>Those that could be read, in the order given.</summary>
    public IReadOnlyList<LungExample> All { get; }

    /// <summary>Tells whether two trainings saw the same images and masks.</summary>
    public string Fingerprint => ContentHashes.Of(All.Select(example => example.Hash));

    /// <summary>Reads on all cores.</summary>
    /// <param name="files">What to read.</param>
    /// <param name="side">Columns and rows wanted.</param>
    /// <param name="report">Hears of the progress, from any thread, one at a time.</param>
    /// <param name="log">Hears of each that cannot be read.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="UserException">More than 1% cannot be read.</exception>
    public static LungExamples Load(
        LungFiles files, int side, Action<LungProgress>? report, Action<string> log, CancellationToken cancellation)
    {
        var examples = new LungExample?[files.Pairs.Count];
        var errors = new UserText?[files.Pairs.Count];
        var (decoder, clock, done) = (new RadiographDecoder(), Stopwatch.StartNew(), 0);
        Parallel.For(0, examples.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            try
            {
                examples[index] = Read(files.Pairs[index].Image, files.Pairs[index].Mask, side, decoder);
            }
            catch (Exception e) when (e is InvalidRadiographException or IOException or UnauthorizedAccessException)
            {
                errors[index] = UserText.Of(e);
            }

            lock (clock)
            {
                done++;
                report?.Invoke(new(LungPhase.Reading, done, examples.Length) { ImagesPerSecond = done / clock.Elapsed.TotalSeconds });
            }
        });

        var unreadable = errors.OfType<UserText>().ToArray();
        foreach (var error in unreadable)
        {
            log($"left out: {error}");
        }

        return unreadable.Length * 100 > errors.Length
            ? throw new UserException($"{unreadable.Length} of {errors.Length} images or their masks cannot be read, the first: {unreadable[0]} Mend or remove them.")
            : new LungExamples(side, [.. examples.OfType<LungExample>()]);
    }

    private static LungExample Read(XRay image, string mask, int side, RadiographDecoder decoder)
    {
        var (bytes, maskBytes) = (File.ReadAllBytes(image.Path), File.ReadAllBytes(mask));
        var radiograph = decoder.Decode(bytes, image.Path);
        var pixels = ImageResizer.Grey(
            InvertedLook.Of(radiograph) ? radiograph.Inverted() : radiograph, side, side, Interpolation.AntialiasedBilinear);
        return new LungExample(
            image, Array.ConvertAll(pixels, level => (byte)MathF.Round(Math.Clamp(level, 0, 1) * 255)),
            LungMask.Read(maskBytes, mask, radiograph, side), Convert.ToHexStringLower(SHA256.HashData([.. SHA256.HashData(bytes), .. SHA256.HashData(maskBytes)])));
    }
}
