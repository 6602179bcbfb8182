using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Blazor.Monitoring.Cases;

/// <summary>A model's verdicts on cases that clinicians have judged since.</summary>
/// <param name="Confusion">Counts at a threshold.</param>
public sealed record LiveFigures(ConfusionMatrix Confusion)
{
    /// <summary>Positive cases called positive, with Wilson's interval; null without a positive case.</summary>
    public Estimate? Sensitivity => Rate(Confusion.Tp, Confusion.Fn);

    /// <summary>Negative cases called negative, with Wilson's interval; null without a negative case.</summary>
    public Estimate? Specificity => Rate(Confusion.Tn, Confusion.Fp);

    /// <summary>Cases.</summary>
    public int Count => Confusion.Tp + Confusion.Fp + Confusion.Tn + Confusion.Fn;

    /// <summary>Counts cases.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="isPositive">Whether a class is positive.</param>
    /// <param name="threshold">Least score for a positive verdict.</param>
    public static LiveFigures Of(IEnumerable<JudgedCase> cases, Func<string, bool> isPositive, double threshold)
    {
        var (tp, fp, tn, fn) = (0, 0, 0, 0);
        foreach (var each in cases)
        {
            _ = (isPositive(each.Label), each.Score >= threshold) switch
            {
                (true, true) => tp++,
                (true, false) => fn++,
                (false, true) => fp++,
                (false, false) => tn++,
            };
        }

        return new LiveFigures(new ConfusionMatrix(tp, fp, tn, fn));
    }

    private static Estimate? Rate(int right, int wrong) => right + wrong == 0 ? null : Wilson.Interval(right, right + wrong);
}
