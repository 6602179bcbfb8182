namespace Pneumonia.Core.Recipes.Checks;

/// <summary>Refuses an optimisation that cannot be run, by the option's name.</summary>
internal static class OptimisationSettingsCheck
{
    public static void Verify(OptimisationSettings optimisation)
    {
        Requirement.Hold(optimisation.Members >= 1, nameof(optimisation.Members), optimisation.Members, "must be 1 or more");
        Requirement.Hold(optimisation.WeightDecay >= 0 && double.IsFinite(optimisation.WeightDecay), nameof(optimisation.WeightDecay), optimisation.WeightDecay, "must be 0 or more");
        Share(optimisation.Momentum, nameof(optimisation.Momentum));
        Share(optimisation.LabelSmoothing, nameof(optimisation.LabelSmoothing));
        Share(optimisation.EmaDecay, nameof(optimisation.EmaDecay));
        Requirement.Hold(optimisation.GradientClip >= 0 && double.IsFinite(optimisation.GradientClip), nameof(optimisation.GradientClip), optimisation.GradientClip, "must be 0 or more");
    }

    private static void Share(double value, string option) =>
        Requirement.Hold(value is >= 0 and < 1, option, value, "must be from 0 to less than 1");
}
