using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Data.Inspection;
using Pneumonia.Model.Studies.Shifts;
using Pneumonia.Model.Studies.Shortcuts;

namespace Pneumonia.Model.Studies;

/// <summary>What a study came to.</summary>
/// <param name="Report">Every figure on the images as they are.</param>
/// <param name="Scored">The images that could be read, and what the model says of them.</param>
internal sealed record StudyResult(EvaluationReport Report, IReadOnlyList<ScoredImage> Scored)
{
    /// <summary>The model's limits for ruling in and out; null where it has none.</summary>
    public TriageLimits? Limits { get; init; }

    /// <summary>Predictive values at the chosen prevalence; null where none was chosen.</summary>
    public PredictiveValues? PredictiveValues { get; init; }

    /// <summary>Figures under simulated changes; null where they were not asked for.</summary>
    public ShiftReport? Shifts { get; init; }

    /// <summary>Images that show the same picture, however often scaled or recompressed: each counts as one more than it is.</summary>
    public IReadOnlyList<PictureGroup> EqualPictures { get; init; } = [];

    /// <summary>What the audit for shortcuts found; null where it was not asked for.</summary>
    public ShortcutReport? Audit { get; init; }
}
