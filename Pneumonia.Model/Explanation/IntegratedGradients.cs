using Pneumonia.Model.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explanation;

/// <summary>Integrated gradients (Sundararajan et al. 2017, equations 1 and 3), averaged over noisy copies of the image (SmoothGrad,
/// Smilkov et al. 2017, section 3). The path leads straight from an even image of the mean grey level to the image. The
/// attributions of all pixels sum to the difference of the class's margins at both ends (completeness, proposition 1).</summary>
/// <param name="steps">Points on the path, at the middle of as many pieces of equal length.</param>
/// <param name="samples">Noisy copies; 1 or more.</param>
/// <param name="noise">Standard deviation of their noise as a share of the image's range; 0 for none.</param>
public sealed class IntegratedGradients(int steps = 16, int samples = 4, double noise = 0.1) : IExplanationMethod
{
    private const int PointsAtOnce = 8;
    private const int CellSide = 8;

    /// <inheritdoc/>
    public string Name => "integrated-gradients";

    /// <inheritdoc/>
    public string Title => "Integrated gradients";

    /// <inheritdoc/>
    public bool IsSlow => true;

    /// <summary>The attributions, summed over cells of about 8 x 8 pixels: single pixels say little to the eye.</summary>
    public Tensor Evidence(ExplanationRequest request)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        long[] cells = [Math.Max(1, request.Height / CellSide), Math.Max(1, request.Width / CellSide)];
        var pixels = Attributions(request).unsqueeze(0).unsqueeze(0);
        var mean = nn.functional.adaptive_avg_pool2d(pixels, cells);
        var perCell = (double)pixels.numel() / mean.numel();
        return scope.MoveToOuter((mean * perCell).select(0, 0).select(0, 0));
    }

    /// <summary>How much each pixel adds to the class's margin, in logits.</summary>
    /// <inheritdoc cref="IExplanationMethod.Evidence"/>
    public Tensor Attributions(ExplanationRequest request)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var random = new Random(request.Seed);
        var deviation = noise * (request.Image.max().item<float>() - request.Image.min().item<float>());
        var sum = zeros_like(request.Image);
        for (var sample = 0; sample < samples; sample++)
        {
            var image = deviation > 0 ? request.Image + Noise(random, request.Image.shape) * deviation : request.Image;
            for (var step = 0; step < steps; step += PointsAtOnce)
            {
                request.Cancellation.ThrowIfCancellationRequested();
                using var inner = NewDisposeScope();
                var points = Enumerable.Range(step, Math.Min(PointsAtOnce, steps - step)).Select(at => (at + 0.5f) / steps).ToArray();
                sum.add_(image * Gradient(request, image, points).sum([0], keepdim: true));
                request.Progress?.Report(new DataProgress(sample * steps + step + points.Length, samples * steps));
            }
        }

        return scope.MoveToOuter((sum / (samples * steps)).sum([0, 1]));
    }

    private static Tensor Gradient(ExplanationRequest request, Tensor image, float[] points)
    {
        using var recording = enable_grad();
        var images = (image * tensor(points).reshape(-1, 1, 1, 1)).detach().requires_grad_();
        var score = ClassScore.Margin(request.Network.forward(images), request.ClassIndex).sum();
        return autograd.grad([score], [images])[0]!;
    }

    private static Tensor Noise(Random random, long[] shape)
    {
        var values = new float[shape.Aggregate(1L, (product, side) => product * side)];
        for (var i = 0; i < values.Length; i++)
        {
            // Box and Muller (1958).
            values[i] = MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());
        }

        return tensor(values, shape);
    }
}
