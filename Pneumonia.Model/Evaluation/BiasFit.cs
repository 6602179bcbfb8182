namespace Pneumonia.Model.Evaluation;

/// <summary>The biases of the greatest likelihood at a temperature, by Newton's method with halved steps (Boyd and Vandenberghe 2004,
/// section 9.5). Each call begins where the last one ended.</summary>
/// <param name="logits">Per image, one logit per class.</param>
/// <param name="labels">Per image, the index of its true class; every class has an image.</param>
internal sealed class BiasFit(IReadOnlyList<float[]> logits, IReadOnlyList<int> labels)
{
    private const double Tolerance = 1e-11;
    private const int MostSteps = 100;
    private const int MostHalvings = 40;

    // Only differences matter, so the first class's stays 0.
    private double[] _bias = new double[logits[0].Length];

    /// <summary>The biases, less their mean.</summary>
    public IReadOnlyList<double> Centred => [.. _bias.Select(bias => bias - _bias.Average())];

    /// <summary>The scaling of that temperature and the present biases.</summary>
    public LogitScaling At(double temperature) => new(temperature, _bias);

    /// <summary>Finds the biases for a temperature.</summary>
    public void MoveTo(double temperature)
    {
        for (var i = 0; i < MostSteps; i++)
        {
            var (gradient, curvature) = Derivatives(temperature);
            if (gradient.Max(Math.Abs) <= Tolerance * logits.Count || !Descend(temperature, LinearSystem.Solve(curvature, gradient)))
            {
                return;
            }
        }
    }

    private bool Descend(double temperature, double[] step)
    {
        var before = Loss(temperature, _bias);
        for (var (i, share) = (0, 1.0); i < MostHalvings; i++, share /= 2)
        {
            double[] moved = [0, .. step.Select((length, c) => _bias[c + 1] - (share * length))];
            if (Loss(temperature, moved) < before)
            {
                _bias = moved;
                return true;
            }
        }

        return false;
    }

    private double Loss(double temperature, double[] bias)
    {
        var scaling = new LogitScaling(temperature, bias);
        return logits.Select((row, i) => -Math.Log(Math.Max(scaling.Probabilities(row)[labels[i]], double.Epsilon))).Sum();
    }

    // Of the negative log-likelihood by all biases but the first: expected less observed counts, and the covariance of the classes.
    private (double[] Gradient, double[,] Curvature) Derivatives(double temperature)
    {
        var free = _bias.Length - 1;
        var gradient = new double[free];
        var curvature = new double[free, free];
        var scaling = At(temperature);
        for (var i = 0; i < logits.Count; i++)
        {
            var probabilities = scaling.Probabilities(logits[i]);
            for (var c = 0; c < free; c++)
            {
                gradient[c] += probabilities[c + 1] - (labels[i] == c + 1 ? 1 : 0);
                curvature[c, c] += probabilities[c + 1];
                for (var d = 0; d < free; d++)
                {
                    curvature[c, d] -= probabilities[c + 1] * probabilities[d + 1];
                }
            }
        }

        return (gradient, curvature);
    }
}
