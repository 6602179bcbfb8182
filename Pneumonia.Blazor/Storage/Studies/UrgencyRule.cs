namespace Pneumonia.Blazor.Storage.Studies;

/// <summary>From the model's answer to an urgency.</summary>
internal static class UrgencyRule
{
    /// <summary>Urgent from halfway between the threshold and certainty on.</summary>
    public static Urgency Of(double score, double threshold, bool refused)
    {
        if (refused)
        {
            return Urgency.Soon;
        }

        return score >= (threshold + 1) / 2 ? Urgency.Urgent : score >= threshold ? Urgency.Soon : Urgency.Routine;
    }
}
