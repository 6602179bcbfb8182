using Pneumonia.Core.Judging;

namespace Pneumonia.Core.Recipes;

/// <summary>How the trained network becomes a model that answers.</summary>
public sealed record PackagingSettings
{
    /// <summary>Whether the model answers by the mean of the logits of an image and of its mirror image, left for right; its
    /// temperature and thresholds are fitted to that. Each answer takes twice as long.</summary>
    public bool TestTimeFlip { get; init; }

    /// <summary>Whether operating points and limits are chosen on the held-out images as they are and under simulated changes of
    /// machine, so that they hold elsewhere, too. The figures told of them are those of the images as they are.</summary>
    public bool ThresholdsUnderShifts { get; init; } = true;

    /// <summary>Error rates that the limits for ruling in and ruling out keep to.</summary>
    public TriageRisks TriageRisks { get; init; } = new();
}
