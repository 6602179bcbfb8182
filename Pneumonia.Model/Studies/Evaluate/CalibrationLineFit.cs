using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>Fits a <see cref="CalibrationLine"/> by maximum likelihood, with standard errors that hold where a patient has several
/// images: the sandwich over patients (Liang and Zeger 1986), times patients / (patients - 1).</summary>
public sealed class CalibrationLineFit
{
    // As the log loss clips: a probability of 0 or 1 has no log odds.
    private const double Clip = 1e-15;

    // Networks compute in 32 bits: probabilities that differ by less are equal.
    private const double LeastSpread = 1e-6;
    private const int MostSteps = 100;
    private const int MostHalvings = 40;

    private readonly IReadOnlyList<ScoredImage> _images;
    private readonly double[] _logOdds;

    private CalibrationLineFit(IReadOnlyList<ScoredImage> images)
    {
        _images = images;
        _logOdds = [.. images.Select(image => Math.Clamp(image.Score, Clip, 1 - Clip)).Select(score => Math.Log(score / (1 - score)))];
    }

    /// <summary>Fits the line.</summary>
    /// <param name="images">Images with probabilities.</param>
    /// <returns>Null where no line fits best: a class is missing, all probabilities are equal but for the last digits, a score tells the classes
    /// apart without an error, or there is only one patient.</returns>
    public static CalibrationLine? Of(IReadOnlyList<ScoredImage> images)
    {
        var fit = new CalibrationLineFit(images);
        if (!fit.Overlaps() || images.Select(image => image.Patient).Distinct().Take(2).Count() < 2)
        {
            return null;
        }

        var (both, errors) = fit.Run(slopeIsFree: true);
        var (large, largeErrors) = fit.Run(slopeIsFree: false);
        var line = new CalibrationLine(new(both.Slope, errors.Slope), new(both.Intercept, errors.Intercept), new(large.Intercept, largeErrors.Intercept));
        return IsFinite(line.Slope) && IsFinite(line.Intercept) && IsFinite(line.InTheLarge) ? line : null;
    }

    private static bool IsFinite(Coefficient coefficient) => double.IsFinite(coefficient.Value) && double.IsFinite(coefficient.StandardError);

    // The likelihood has a maximum where neither class lies wholly at or above the other (Albert and Anderson 1984).
    private bool Overlaps()
    {
        var classes = _logOdds.Zip(_images).ToLookup(pair => pair.Second.Positive, pair => pair.First);
        return classes.Count == 2
            && _logOdds.Max() - _logOdds.Min() >= LeastSpread
            && classes[true].Min() < classes[false].Max()
            && classes[false].Min() < classes[true].Max();
    }

    private (Point At, Point Errors) Run(bool slopeIsFree)
    {
        var at = new Point(0, 1);
        for (var i = 0; i < MostSteps; i++)
        {
            var (gradient, curvature) = Derivatives(at, slopeIsFree);
            var step = curvature.Solve(gradient);
            var (best, loss) = (at, Loss(at));
            for (var (tries, share) = (0, 1.0); tries < MostHalvings && best == at; tries++, share /= 2)
            {
                var moved = new Point(at.Intercept - (share * step.Intercept), at.Slope - (share * step.Slope));
                best = Loss(moved) < loss ? moved : at;
            }

            if (best == at)
            {
                break;
            }

            at = best;
        }

        return (at, Errors(at, slopeIsFree));
    }

    private double Loss(Point at) => _images.Select((image, i) =>
    {
        var odds = at.LogOdds(_logOdds[i]) * (image.Positive ? -1 : 1);
        return odds > 0 ? odds + Math.Log(1 + Math.Exp(-odds)) : Math.Log(1 + Math.Exp(odds));
    }).Sum();

    private (Point Gradient, Symmetric Curvature) Derivatives(Point at, bool slopeIsFree)
    {
        var (gradient, curvature) = (new Point(0, 0), new Symmetric(0, 0, 0));
        foreach (var (i, image) in _images.Index())
        {
            var probability = at.Probability(_logOdds[i]);
            var weight = probability * (1 - probability);
            gradient += Score(probability, image, _logOdds[i]);
            curvature = new(
                curvature.Intercepts + weight, curvature.Mixed + (weight * _logOdds[i]), curvature.Slopes + (weight * _logOdds[i] * _logOdds[i]));
        }

        return slopeIsFree ? (gradient, curvature) : (gradient with { Slope = 0 }, new(curvature.Intercepts, 0, 1));
    }

    private Point Errors(Point at, bool slopeIsFree)
    {
        var curvature = Derivatives(at, slopeIsFree).Curvature;
        var moves = _images.Select((image, i) => (image.Patient, Score: Score(at.Probability(_logOdds[i]), image, _logOdds[i])))
            .GroupBy(image => image.Patient, image => image.Score)
            .Select(scores => scores.Aggregate((a, b) => a + b))
            .Select(score => curvature.Solve(slopeIsFree ? score : score with { Slope = 0 }))
            .ToArray();
        var inflation = moves.Length / (moves.Length - 1.0);
        return new Point(
            Math.Sqrt(inflation * moves.Sum(move => move.Intercept * move.Intercept)), Math.Sqrt(inflation * moves.Sum(move => move.Slope * move.Slope)));
    }

    private static Point Score(double probability, ScoredImage image, double logOdds)
    {
        var residual = probability - (image.Positive ? 1 : 0);
        return new Point(residual, residual * logOdds);
    }

    private readonly record struct Point(double Intercept, double Slope)
    {
        public static Point operator +(Point a, Point b) => new(a.Intercept + b.Intercept, a.Slope + b.Slope);

        public double LogOdds(double said) => Intercept + (Slope * said);

        public double Probability(double said) => 1 / (1 + Math.Exp(-LogOdds(said)));
    }

    private readonly record struct Symmetric(double Intercepts, double Mixed, double Slopes)
    {
        public Point Solve(Point right)
        {
            var determinant = (Intercepts * Slopes) - (Mixed * Mixed);
            return new Point(
                ((Slopes * right.Intercept) - (Mixed * right.Slope)) / determinant,
                ((Intercepts * right.Slope) - (Mixed * right.Intercept)) / determinant);
        }
    }
}
