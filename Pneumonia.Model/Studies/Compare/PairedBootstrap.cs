using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;

namespace Pneumonia.Model.Studies.Compare;

/// <summary>Resamples patients and measures two models on each resample.</summary>
internal sealed class PairedBootstrap
{
    private const int Bins = 10;

    private readonly ScoredSet[] _sets;
    private readonly WeightedFigures[] _figures;
    private readonly bool[][] _called;
    private readonly int[] _patient;

    /// <summary>Takes the same images in the same order, as each of the models judges them.</summary>
    public PairedBootstrap((IReadOnlyList<ScoredImage> Images, double Threshold) first, (IReadOnlyList<ScoredImage> Images, double Threshold) second)
    {
        (IReadOnlyList<ScoredImage> Images, double Threshold)[] both = [first, second];
        _sets = Array.ConvertAll(both, model => new ScoredSet(model.Images, "comparison"));
        _figures = [.. both.Zip(_sets, (model, set) => new WeightedFigures(set, model.Threshold, Bins))];
        _called = [.. both.Zip(_sets, (model, set) => set.Called(model.Threshold))];
        _patient = new int[first.Images.Count];
        for (var i = 0; i < _patient.Length; i++)
        {
            _patient[_sets[0].Order[i]] = _sets[0].Patient[i];
        }
    }

    /// <summary>The differences with their intervals.</summary>
    public PairedDifferences Run(int resamples, Random random)
    {
        var ones = new int[_patient.Length];
        Array.Fill(ones, 1);
        var value = Differences(ones)!;
        var replicates = Bootstrap.Resample(_patient, _sets[0].Patients, Differences, resamples, random);
        Estimate Interval(int figure) => Bootstrap.Interval(value[figure], replicates.Select(differences => differences[figure]));
        return new PairedDifferences(Interval(0), Interval(1), Interval(2), Interval(3), Interval(4));
    }

    private double[]? Differences(int[] weights) =>
        Figures(0, weights) is { } first && Figures(1, weights) is { } second ? [.. first.Zip(second, (a, b) => a - b)] : null;

    private double[]? Figures(int model, int[] weights)
    {
        var (set, called) = (_sets[model], _called[model]);
        var sorted = Array.ConvertAll(set.Order, i => weights[i]);
        if (_figures[model].Compute(sorted) is not { } figures)
        {
            return null;
        }

        double Rate(bool positive)
        {
            var (right, all) = (0L, 0L);
            for (var i = 0; i < sorted.Length; i++)
            {
                all += set.Positive[i] == positive ? sorted[i] : 0;
                right += set.Positive[i] == positive && called[i] == positive ? sorted[i] : 0;
            }

            return right / (double)all;
        }

        return [figures.Auc, Rate(positive: true), Rate(positive: false), figures.Brier, figures.LogLoss];
    }
}
