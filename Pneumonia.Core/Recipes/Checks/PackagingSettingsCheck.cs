using Pneumonia.Core.Judging;

namespace Pneumonia.Core.Recipes.Checks;

/// <summary>Refuses a packaging that makes no sense, by the option's name.</summary>
internal static class PackagingSettingsCheck
{
    public static void Verify(PackagingSettings packaging)
    {
        var risks = packaging.TriageRisks;
        Requirement.Hold(risks.RuleOut is > 0 and < 1, nameof(risks.RuleOut), risks.RuleOut, "a risk must be between 0 and 1");
        Requirement.Hold(risks.RuleIn is > 0 and < 1, nameof(risks.RuleIn), risks.RuleIn, "a risk must be between 0 and 1");
    }
}
