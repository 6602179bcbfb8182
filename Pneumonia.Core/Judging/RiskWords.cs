using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Judging;

/// <summary>Guarantees and meanings in words, for the model card and the console.</summary>
internal static class RiskWords
{
    /// <summary>What the limits promise, one sentence each.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="positive">What is positive, e.g. PNEUMONIA.</param>
    public static IEnumerable<string> Guarantees(TriageLimits limits, string positive) =>
    [
        Guarantee(limits.RuleOut, $"{positive} patients", "ruled out", "below"),
        Guarantee(limits.RuleIn, $"patients without {positive}", "ruled in", "from"),
    ];

    /// <summary>How many like it were positive, in a few words.</summary>
    public static string Meaning(ScoreMeaning meaning) => meaning.Per100 is { } share
        ? $"{Of100(share.Value)} of 100 ({share.Low:0} to {share.High:0}; n = {meaning.Images})"
        : $"too few like it (n = {meaning.Images})";

    /// <summary>A count among 100 that never claims all or none where it is not so: 99.5, not 100.</summary>
    public static string Of100(double count) => count.ToString(count is (> 0 and < 1) or (> 99 and < 100) ? "0.0" : "0");

    /// <summary>A verdict in words.</summary>
    public static string Verdict(Triage triage) => triage switch
    {
        Triage.RuleOut => "ruled out",
        Triage.RuleIn => "ruled in",
        _ => "cannot say",
    };

    /// <summary>A share as a percentage with its interval.</summary>
    public static string Share(Estimate share) => $"{share.Value:0.0%} ({share.Low:0.0%} to {share.High:0.0%})";

    private static string Guarantee(RiskBound bound, string patients, string verdict, string from) => bound.Limit is { } limit
        ? $"Scores {from} {limit:0.000}{(from == "from" ? " up" : "")} are {verdict}: among {patients} like those held out, at most {bound.Risk:0.##%} are "
            + $"{verdict}, on average over draws of the calibration patients (n = {bound.Patients})."
        : $"Nothing is ever {verdict}: to keep to {bound.Risk:0.##%} of the {patients}, {bound.LeastPatients} of them are needed to calibrate on, "
            + $"and there were {bound.Patients}.";
}
