using Pneumonia.Core.Judging;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>Scale and biases of the greatest likelihood, by Newton's method with halved steps (Boyd and Vandenberghe 2004, section
/// 9.5): a logistic regression on the logits, whose likelihood is concave in 1/temperature and the biases together.</summary>
/// <param name="logits">Per image, one logit per class.</param>
/// <param name="labels">Per image, the index of its true class; every class has an image.</param>
internal sealed class LikelihoodDescent(IReadOnlyList<float[]> logits, IReadOnlyList<int> labels)
{
    private const double Tolerance = 1e-11;
    private const double GreatestScale = 1e6;
    private const int MostSteps = 200;
    private const int MostHalvings = 40;

    // 1/temperature, then the biases of all classes but the first, whose bias stays 0: only differences matter.
    private double[] _position = [1, .. new double[logits[0].Length - 1]];

    /// <summary>The present temperature; infinite where the scale is 0 or less, as of a network that is wrong more often than right.</summary>
    public double Temperature
    {
        get => _position[0] > 0 ? 1 / _position[0] : double.PositiveInfinity;
        set => _position = [1 / value, .. _position[1..]];
    }

    /// <summary>Whether every image's class is told for certain, which is where the descent of separable classes ends for want of
    /// digits.</summary>
    public bool IsCertain => _position[0] > 0 && Loss(_position) < 1e-8 * logits.Count;

    /// <summary>The present scaling, its biases less their mean.</summary>
    public LogitScaling Scaling
    {
        get
        {
            double[] bias = [0, .. _position[1..]];
            return new LogitScaling(Temperature, [.. bias.Select(value => value - bias.Average())]);
        }
    }

    /// <summary>Goes to the greatest likelihood, or on until the scale is beyond all bounds.</summary>
    public void Run(bool scaleIsFree)
    {
        for (var i = 0; i < MostSteps && _position[0] < GreatestScale; i++)
        {
            var (gradient, curvature) = Derivatives(scaleIsFree);
            if (gradient.Max(Math.Abs) <= Tolerance * logits.Count || !Descend(LinearSystem.Solve(curvature, gradient)))
            {
                return;
            }
        }
    }

    private bool Descend(double[] step)
    {
        var before = Loss(_position);
        for (var (i, share) = (0, 1.0); i < MostHalvings; i++, share /= 2)
        {
            double[] moved = [.. _position.Zip(step, (value, length) => value - (share * length))];
            if (Loss(moved) < before)
            {
                _position = moved;
                return true;
            }
        }

        return false;
    }

    private double Loss(double[] position)
    {
        var scaling = At(position);
        return logits.Select((row, i) => scaling.LogLoss(row, labels[i])).Sum();
    }

    // Of the negative log-likelihood: expected less observed logits and counts, and their covariance.
    private (double[] Gradient, double[,] Curvature) Derivatives(bool scaleIsFree)
    {
        var count = _position.Length;
        var (gradient, curvature) = (new double[count], new double[count, count]);
        var scaling = At(_position);
        for (var i = 0; i < logits.Count; i++)
        {
            var (row, probabilities) = (logits[i], scaling.Probabilities(logits[i]));
            var expected = row.Zip(probabilities, (logit, probability) => logit * probability).Sum();
            gradient[0] += expected - row[labels[i]];
            curvature[0, 0] += row.Zip(probabilities, (logit, probability) => probability * (logit - expected) * (logit - expected)).Sum();
            for (var c = 1; c < count; c++)
            {
                gradient[c] += probabilities[c] - (labels[i] == c ? 1 : 0);
                curvature[c, c] += probabilities[c];
                curvature[0, c] = curvature[c, 0] += probabilities[c] * (row[c] - expected);
                for (var d = 1; d < count; d++)
                {
                    curvature[c, d] -= probabilities[c] * probabilities[d];
                }
            }
        }

        if (!scaleIsFree)
        {
            (gradient[0], curvature[0, 0]) = (0, 1);
            for (var c = 1; c < count; c++)
            {
                curvature[0, c] = curvature[c, 0] = 0;
            }
        }

        return (gradient, curvature);
    }

    private static LogitScaling At(double[] position) => new(1 / position[0], [0, .. position[1..]]);
}
