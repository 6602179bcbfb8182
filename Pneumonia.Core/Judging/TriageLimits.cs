namespace Pneumonia.Core.Judging;

/// <summary>The two limits of a triage in three ways: below one the finding is ruled out, from the other up it is ruled in, and
/// between them a person has to say.</summary>
/// <param name="RuleOut">Scores below its limit are ruled out. Its risk is that of a positive patient with an image ruled out.</param>
/// <param name="RuleIn">Scores from its limit up are ruled in. Its risk is that of a negative patient with an image ruled in.</param>
public sealed record TriageLimits(RiskBound RuleOut, RiskBound RuleIn)
{
    /// <summary>What a score is good for.</summary>
    /// <param name="score">Calibrated probability of the positive classes together, at the model's own prevalence.</param>
    public Triage Of(double score) => score < RuleOut.Limit ? Triage.RuleOut : score >= RuleIn.Limit ? Triage.RuleIn : Triage.CannotSay;

    /// <summary>Whether limits and risks are in their ranges and the limits in their order.</summary>
    internal bool MakeSense =>
        RuleOut.Limit is null or (>= 0 and <= 1) && RuleIn.Limit is null or (>= 0 and <= 1) && !(RuleOut.Limit > RuleIn.Limit)
        && RuleOut is { Risk: > 0 and < 1, Patients: >= 0 } && RuleIn is { Risk: > 0 and < 1, Patients: >= 0 };
}
