using Pneumonia.Core;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Serving;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Data.Inspection;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Model.Studies.Shifts;
using Pneumonia.Model.Studies.Subgroups;

namespace Pneumonia.Model.Studies;

/// <summary>Measures a model on labelled images: figures and curves, triage, subgroups and, where asked, shifts and shortcuts.</summary>
/// <param name="model">The model.</param>
/// <param name="options">What is asked of it.</param>
/// <param name="watch">Hears of the progress.</param>
internal sealed class ModelStudy(PneumoniaModel model, StudyOptions options, IStudyWatch watch)
{
    private readonly ChosenPrevalence? _chosen =
        options.Prevalence is { } share ? new ChosenPrevalence(model.Information, share) : null;

    /// <summary>Measures.</summary>
    /// <param name="set">The images.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="UserException">The figures cannot be computed on these images.</exception>
    public StudyResult Run(EvaluationImages set, CancellationToken cancellation)
    {
        var shifts = options.WithShifts ? ImageShifts.All(options.Seed) : [ImageShifts.Plain];
        var answers = ImageScores.Of(model, set.Images, shifts, watch, cancellation);
        var equal = EqualImages(set, answers);
        var triage = TriageOf(answers);
        var (decision, name, scores) = AtPrevalence(set.Name, answers);

        var reports = scores.Select(scored => ModelEvaluation.Evaluate(scored, decision, name, options.Seed)).ToArray();
        var scored = ModelEvaluation.Scored(scores[0], decision);
        var report = WithSubgroups(reports[0] with { Triage = triage }, answers, scored, decision);
        return new StudyResult(report, scored)
        {
            Limits = model.Information.Calibration.Triage,
            EqualPictures = equal,
            PredictiveValues = _chosen is null ? null : PredictiveValues.At(_chosen.Share, report.Sensitivity, report.Specificity),
            Shifts = options.WithShifts
                ? ShiftReport.Of([.. shifts.Zip(reports, (shift, each) => ShiftFigures.Of(shift.Name, each))])
                : null,
            Audit = options.WithAudit ? ShortcutRun.Of(model, answers.Images, scored, options.Seed, watch, cancellation) : null,
        };
    }

    private IReadOnlyList<PictureGroup> EqualImages(EvaluationImages set, ImageAnswers answers)
    {
        var equal = EvaluatedPictures.Find(set.Root, answers);
        foreach (var warning in EvaluatedPictures.Warnings(equal, set.Images, model.Information.Manifest.Data))
        {
            watch.Warn(warning);
        }

        return equal;
    }

    // Limits hold for the model's own probabilities, and a prevalence moves limits and probabilities together.
    private TriageReport? TriageOf(ImageAnswers answers)
    {
        if (model.Information.Calibration.Triage is null)
        {
            return null;
        }

        var scored = ModelEvaluation.Scored(answers.Scores[0], model.Information.Decision);
        return TriageReport.Of([.. scored.Zip(answers.Populations, (image, population) => (image, TriageOf(image.Score, population)))]);
    }

    private Triage TriageOf(double score, PopulationFinding? population) =>
        population is { IsSure: false } ? Triage.CannotSay : model.Information.CalibrationOf(population?.Population).Triage?.Of(score) ?? Triage.CannotSay;

    private (Decision Decision, string Name, IReadOnlyList<IReadOnlyList<ClassifiedImage>> Scores) AtPrevalence(
        string name, ImageAnswers answers)
    {
        var decision = model.Information.Decision;
        return _chosen is null
            ? (decision, name, answers.Scores)
            : (decision with { Threshold = _chosen.Threshold }, $"{name}, probabilities at a prevalence of {_chosen.Share:0.000}",
                [.. answers.Scores.Select(images => images.Zip(answers.Populations, (image, population) => Moved(image, _chosen.For(population?.Population))).ToList())]);
    }

    private static ClassifiedImage Moved(ClassifiedImage image, ChosenPrevalence chosen) =>
        image with { Probabilities = chosen.Move(image.Probabilities), Threshold = image.Threshold is null ? null : chosen.Threshold };

    private EvaluationReport WithSubgroups(
        EvaluationReport report, ImageAnswers answers, IReadOnlyList<ScoredImage> scored, Decision decision)
    {
        SubgroupKind[] kinds = [.. SubgroupKind.OfFiles(answers.Images), .. SubgroupKind.OfLooks(answers.Looks)];
        return report with
        {
            Subgroups = SubgroupEvaluation.Evaluate(kinds, scored, scored, decision, options.Seed),
            SubgroupGaps = SubgroupGapTest.Run(kinds, scored, decision.Threshold, options.Seed),
        };
    }
}
