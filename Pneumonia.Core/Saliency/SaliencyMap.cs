using System.Numerics.Tensors;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;

namespace Pneumonia.Core.Saliency;

/// <summary>How much each place of the image speaks for a class.</summary>
/// <param name="Class">The class explained.</param>
/// <param name="Method">Method's short name, e.g. <c>cam</c>.</param>
/// <param name="Width">Columns of the map.</param>
/// <param name="Height">Rows of the map.</param>
/// <param name="Values">Row-major, <c>Width * Height</c>, scaled to 0 (none) to 1 (most). The map covers the whole image, whatever its size.</param>
public sealed record SaliencyMap(string Class, string Method, int Width, int Height, ReadOnlyMemory<float> Values)
{
    private const int PlacedSide = 128;

    /// <summary>What speaks for a class, as a map from 0 to 1: what speaks against it is 0, the strongest place 1, unless that is
    /// less than the method's <see cref="IExplanationMethod.FullEvidence"/>.</summary>
    /// <param name="request">What to explain.</param>
    /// <param name="className">Name of the class explained.</param>
    /// <param name="method">How; by default the method that <see cref="ExplanationMethods.DefaultFor"/> names.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SaliencyMap Of(ExplanationRequest request, string className, IExplanationMethod? method = null)
    {
        method ??= ExplanationMethods.DefaultFor(request.Network);
        var evidence = method.Evidence(request);
        var values = new float[evidence.Values.Length];
        TensorPrimitives.Max(evidence.Values, 0f, values);
        var strongest = Math.Max(Math.Max(method.FullEvidence, float.Epsilon), TensorPrimitives.Max<float>(values));
        TensorPrimitives.Divide(values, strongest, values);
        return new SaliencyMap(className, method.Name, evidence.Width, evidence.Height, values);
    }

    /// <summary>The map of a part of an image as a map of the whole image: 0 where the network saw nothing.</summary>
    /// <param name="box">The part.</param>
    public SaliencyMap Placed(RelativeBox box)
    {
        if (box == RelativeBox.Whole)
        {
            return this;
        }

        var side = Math.Max(PlacedSide, Math.Max(Width, Height));
        var fine = ImageResizer.Bilinear(Values.Span, Width, Height, side, side);
        return this with { Width = side, Height = side, Values = BoxSampler.Cut(fine, (side, side), box.Inverse(), (side, side)) };
    }
}
