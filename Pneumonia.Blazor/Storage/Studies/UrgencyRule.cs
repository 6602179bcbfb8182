using Pneumonia.Core.Judging;

namespace Pneumonia.Blazor.Storage.Studies;

/// <summary>From the model's answer to an urgency.</summary>
internal static class UrgencyRule
{
    /// <summary>By the triage; without one, urgent from halfway between the threshold and certainty on.</summary>
    public static Urgency Of(double score, double threshold, bool refused, Triage? triage = null) => (refused, triage) switch
    {
        (true, _) or (_, Triage.CannotSay) => Urgency.Soon,
        (_, Triage.RuleIn) => Urgency.Urgent,
        (_, Triage.RuleOut) => Urgency.Routine,
        _ => score >= (threshold + 1) / 2 ? Urgency.Urgent : score >= threshold ? Urgency.Soon : Urgency.Routine,
    };
}
