using Pneumonia.Core.Data;

namespace Pneumonia.Core.Recipes.Checks;

/// <summary>Refuses data that cannot be trained on, by the option's name.</summary>
internal static class DataSettingsCheck
{
    public static void Verify(DataSettings data)
    {
        HoldOutRule.Parse(data.HoldOut);
        Requirement.Hold(data.Phantoms >= 0, nameof(data.Phantoms), data.Phantoms, "must be 0 or more");
        Requirement.Hold(
            data.ShortcutWeight >= 1 && double.IsFinite(data.ShortcutWeight), nameof(data.ShortcutWeight), data.ShortcutWeight, "must be 1 or more");
        if (data.Adults is { } adults)
        {
            Requirement.Hold(adults.Share is > 0 and < 1, "adults.share", adults.Share, "must be more than 0 and less than 1");
        }

        AugmentationCheck.Verify(data.Augmentation);
        Requirement.Hold(data.AuxiliaryCause is >= 0 and <= 1, nameof(data.AuxiliaryCause), data.AuxiliaryCause, "must be from 0 to 1");
    }
}
