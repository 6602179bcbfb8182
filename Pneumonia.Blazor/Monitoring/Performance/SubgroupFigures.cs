using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Blazor.Monitoring.Performance;

/// <summary>What to expect of a model on some of the images.</summary>
/// <param name="Group">Which ones.</param>
/// <param name="Sensitivity">Sensitivity; null where no image is positive.</param>
/// <param name="Specificity">Specificity; null where no image is negative.</param>
/// <param name="Follows">Whether the figures are of the chosen threshold; false: of the one that the model was evaluated at.</param>
public sealed record SubgroupFigures(SubgroupReport Group, Estimate? Sensitivity, Estimate? Specificity, bool Follows)
{
    /// <summary>At a threshold where the zip holds the group's scores, else as the zip tells.</summary>
    public static SubgroupFigures At(SubgroupReport group, double threshold)
    {
        if (group.Scores is not { } scores)
        {
            return new SubgroupFigures(group, group.Sensitivity, group.Specificity, Follows: false);
        }

        var confusion = ScoreCounts.Of(scores, group.Positives, group.Count - group.Positives).At(threshold);
        return new SubgroupFigures(
            group,
            group.Positives == 0 ? null : Wilson.Interval(confusion.Tp, group.Positives),
            group.Positives == group.Count ? null : Wilson.Interval(confusion.Tn, group.Count - group.Positives),
            Follows: true);
    }
}
