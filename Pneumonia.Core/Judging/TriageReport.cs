using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Judging;

/// <summary>What a triage made of labelled images. Intervals are Wilson's.</summary>
public sealed record TriageReport
{
    /// <summary>Ruled out, cannot say, ruled in: all three, in this order.</summary>
    public required IReadOnlyList<TriageGroup> Groups { get; init; }

    /// <summary>Positive patients.</summary>
    public required int PositivePatients { get; init; }

    /// <summary>Negative patients.</summary>
    public required int NegativePatients { get; init; }

    /// <summary>Share of the positive patients of whom an image was ruled out.</summary>
    public required Estimate Missed { get; init; }

    /// <summary>Share of the negative patients of whom an image was ruled in.</summary>
    public required Estimate FalseRuleIns { get; init; }

    /// <summary>Counts the verdicts.</summary>
    /// <param name="images">Every image with its verdict; one or more.</param>
    public static TriageReport Of(IReadOnlyCollection<(ScoredImage Image, Triage Triage)> images)
    {
        var (missed, positives) = Patients(images, positive: true, wrong: Triage.RuleOut);
        var (alarms, negatives) = Patients(images, positive: false, wrong: Triage.RuleIn);
        return new TriageReport
        {
            Groups = [.. Enum.GetValues<Triage>().Select(triage =>
            {
                var group = images.Where(each => each.Triage == triage).ToArray();
                var positive = group.Count(each => each.Image.Positive);
                return new TriageGroup(
                    triage, positive, group.Length - positive, Wilson.Interval(group.Length, images.Count), Wilson.Interval(positive, group.Length));
            })],
            PositivePatients = positives,
            NegativePatients = negatives,
            Missed = Wilson.Interval(missed, positives),
            FalseRuleIns = Wilson.Interval(alarms, negatives),
        };
    }

    private static (int Wrong, int All) Patients(IEnumerable<(ScoredImage Image, Triage Triage)> images, bool positive, Triage wrong)
    {
        var patients = images.Where(each => each.Image.Positive == positive).GroupBy(each => each.Image.Patient).ToArray();
        return (patients.Count(patient => patient.Any(each => each.Triage == wrong)), patients.Length);
    }
}
