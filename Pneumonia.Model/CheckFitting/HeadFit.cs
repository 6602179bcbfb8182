using Pneumonia.Core.Checks;
using Pneumonia.Model.Tensors;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.CheckFitting;

/// <summary>Fits a <see cref="LinearHead"/>: multinomial logistic regression of standardised features, with a penalty on the squares of
/// the weights.</summary>
internal static class HeadFit
{
    private const int Steps = 300;
    private const double LearningRate = 0.05;
    private const double Penalty = 0.01;

    /// <summary>Fits by whole batches from zero: nothing is drawn.</summary>
    /// <param name="features">Features of every example.</param>
    /// <param name="labels">Class index of every example.</param>
    /// <param name="classes">Names of the classes.</param>
    /// <param name="cancellation">Ends the fit.</param>
    public static LinearHead Fit(
        IReadOnlyList<float[]> features, IReadOnlyList<int> labels, IReadOnlyList<string> classes, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var (count, length) = (features.Count, features[0].Length);
        var (means, spreads) = Scale(features);
        var inputs = tensor(features.SelectMany(vector => vector.Select((value, i) => (value - means[i]) / spreads[i])).ToArray(), [count, length]);
        var targets = tensor(labels.Select(label => (long)label).ToArray());
        using var weights = new Parameter(zeros([length, classes.Count]));
        using var bias = new Parameter(zeros([classes.Count]));
        using var optimizer = optim.Adam([weights, bias], LearningRate);
        for (var step = 0; step < Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var inner = NewDisposeScope();
            optimizer.zero_grad();
            (functional.cross_entropy(inputs.mm(weights) + bias, targets) + (weights * weights).sum() * (Penalty / 2)).backward();
            optimizer.step();
        }

        return Unscaled(weights.detach().ToArray<float>(), bias.detach().ToArray<float>(), means, spreads, classes);
    }

    private static (float[] Means, float[] Spreads) Scale(IReadOnlyList<float[]> features)
    {
        var length = features[0].Length;
        var (means, spreads) = (new float[length], new float[length]);
        for (var i = 0; i < length; i++)
        {
            var mean = features.Average(vector => (double)vector[i]);
            means[i] = (float)mean;
            spreads[i] = (float)Math.Sqrt(features.Average(vector => (vector[i] - mean) * (vector[i] - mean)));
        }

        // What hardly varies among these images must not decide on another one.
        var least = 0.01f * spreads.Average() + 1e-6f;
        return (means, Array.ConvertAll(spreads, spread => spread + least));
    }

    // The standardisation goes into the weights, so that the head takes features as they are.
    private static LinearHead Unscaled(float[] weights, float[] bias, float[] means, float[] spreads, IReadOnlyList<string> classes)
    {
        var (length, shifted, rows) = (means.Length, Array.ConvertAll(bias, value => (double)value), new float[weights.Length]);
        for (var c = 0; c < classes.Count; c++)
        {
            for (var i = 0; i < length; i++)
            {
                rows[c * length + i] = weights[i * classes.Count + c] / spreads[i];
                shifted[c] -= (double)rows[c * length + i] * means[i];
            }
        }

        return new LinearHead(classes, FloatMatrix.Of(classes.Count, length, rows), shifted);
    }
}
