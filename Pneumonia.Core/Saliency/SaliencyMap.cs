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

    /// <summary>The map of views of an image as a map of the whole image: 0 where the network saw nothing. What several views show adds up.</summary>
    /// <param name="views">What of the image each view shows, from above.</param>
    public SaliencyMap Placed(IReadOnlyList<RelativeBox> views)
    {
        if (views is [var only] && only == RelativeBox.Whole)
        {
            return this;
        }

        var height = Height / views.Count;
        var side = Math.Max(PlacedSide, Math.Max(Width, height));
        var sum = new float[side * side];
        foreach (var (i, box) in views.Index())
        {
            var fine = ImageResizer.Bilinear(Values.Span.Slice(i * height * Width, height * Width), Width, height, side, side);
            TensorPrimitives.Add(sum, BoxSampler.Cut(fine, (side, side), box.Inverse(), (side, side)), sum);
        }

        // Of one view, no place has more than 1.
        TensorPrimitives.Divide(sum, Math.Max(1, TensorPrimitives.Max<float>(sum)), sum);
        return this with { Width = side, Height = side, Values = sum };
    }
}
