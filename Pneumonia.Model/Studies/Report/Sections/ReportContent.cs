using Pneumonia.Core.Package;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Shifts;
using Pneumonia.Model.Studies.Shortcuts;

namespace Pneumonia.Model.Studies.Report.Sections;

/// <summary>What the report is made of.</summary>
/// <param name="Model">What the model says of itself.</param>
/// <param name="Evaluation">The evaluation.</param>
/// <param name="Images">The scored images, of which only counts are shown.</param>
/// <param name="Created">Time of the report.</param>
/// <param name="Shifts">The model under simulated shifts; null where it was not asked for.</param>
/// <param name="Shortcuts">The shortcut audit; null where it was not asked for.</param>
public sealed record ReportContent(
    ModelInformation Model, EvaluationReport Evaluation, IReadOnlyList<ScoredImage> Images, DateTimeOffset Created,
    ShiftReport? Shifts = null, ShortcutReport? Shortcuts = null)
{
    /// <summary>Pictures that there were more than once among the images.</summary>
    public int EqualPictures { get; init; }

    /// <summary>Those of them whose images have two labels.</summary>
    public int EqualPicturesOfTwoLabels { get; init; }

    /// <summary>Share of positive images.</summary>
    internal double Share => (Evaluation.Confusion.Tp + Evaluation.Confusion.Fn) / (double)Evaluation.Count;
}
