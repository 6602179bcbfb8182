using Pneumonia.Core.Data;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Model.Studies.Subgroups;
using Pneumonia.Model.Training;
using Pneumonia.Model.Training.Images;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>Calibrates on the held-out images that did not choose the epoch, and evaluates there by cross-fitting: what the zip holds
/// is fitted on all of them, what is reported was fitted without the patient concerned.</summary>
internal static class HeldOutCalibration
{
    /// <summary>The weights' hash is filled in by the zip's writer.</summary>
    public static (Calibration Calibration, EvaluationReport Evaluation) Fit(
        TrainingResult result, PositiveGroup positive, IProgress<DataProgress>? progress = null)
    {
        var shifted = result.Options.Packaging.ThresholdsUnderShifts ? ShiftedLogits.Of(result, progress) : [];
        HeldOutImage[] images = [.. result.Roles.Judging.Select((index, i) => new HeldOutImage(
            result.HeldOut[index], result.HeldOutLabels[index], result.HeldOutLogits[index]) { Shifted = shifted.Count > 0 ? shifted[i] : [] })];
        var decision = new Decision(result.Classes, positive, Threshold: 0.5);
        var risks = result.Options.Packaging.TriageRisks;
        var fit = CalibrationFit.To(images, decision, risks);
        decision = decision with { Threshold = fit.Threshold };
        var folds = CrossFitting.FoldsOf(images);
        var fits = folds >= 2
            ? CrossFitting.Fit(images, folds, decision, risks, result.Options.Seed)
            : [.. images.Select(_ => fit)];

        bool[] truth = [.. images.Select(image => decision.IsPositive(image.Label))];
        ScoredImage[] crossed = [.. images.Select((image, i) => new ScoredImage(
            image.Image.Patient, truth[i], Score(image, fits[i], decision)))];
        var calibration = new Calibration
        {
            Temperature = fit.Scaling.Temperature,
            Bias = fit.Scaling.Bias,
            Prevalence = truth.Average(isPositive => isPositive ? 1.0 : 0),
            Default = CalibrationFit.DefaultPoint,
            OperatingPoints = [.. fit.Points.Select((point, p) => point.Measured(
                [.. crossed.Select((image, i) => (image.Positive, image.Score >= fits[i].Points[p].Threshold))]))],
            WeightsSha256 = "",
            Triage = result.Roles.AreApart ? fit.Limits : null,
            Meanings = ScoreMeanings.Of(crossed),
        };
        var report = Evaluate(images, fit, fits, decision, Describe(result, folds), result.Options.Seed);
        return (calibration, calibration.Triage is null
            ? report
            : report with { Triage = TriageReport.Of([.. crossed.Select((image, i) => (image, fits[i].Limits.Of(image.Score)))]) });
    }

    private static double Score(HeldOutImage image, CalibrationFit fit, Decision decision) =>
        decision.Score(fit.Scaling.Probabilities(image.Logits));

    private static EvaluationReport Evaluate(
        HeldOutImage[] images, CalibrationFit fit, IReadOnlyList<CalibrationFit> fits, Decision decision, string data, int seed)
    {
        ClassifiedImage[] crossed = [.. images.Select((image, i) => fits[i].Classify(image, fits[i].Threshold))];

        // Of two classes any scaling keeps the order of the scores, so nothing was fitted to the areas; mixing several scalings would
        // only blur them.
        ClassifiedImage[] ranking = decision.Classes.Count > 2 ? crossed : [.. images.Select(image => fit.Classify(image))];
        XRay[] files = [.. images.Select(image => image.Image)];
        var (scored, ranked) = (ModelEvaluation.Scored(crossed, decision), ModelEvaluation.Scored(ranking, decision));
        var kinds = SubgroupKind.OfFiles(files);
        var report = ModelEvaluation.Evaluate(crossed, decision, data, seed) with
        {
            Subgroups = SubgroupEvaluation.Evaluate(kinds, scored, ranked, decision, seed),
            SubgroupGaps = SubgroupGapTest.Run(kinds, scored, decision.Threshold, seed),
            Reference = ReferenceMeasurement.Of(files, ranked),
        };
        if (decision.Classes.Count > 2)
        {
            return report;
        }

        var areas = ModelEvaluation.Evaluate(ranking, decision, data, seed);
        return report with
        {
            Auc = areas.Auc,
            AucDeLong = areas.AucDeLong,
            AveragePrecision = areas.AveragePrecision,
            Roc = areas.Roc,
            PrecisionRecall = areas.PrecisionRecall,
            Scores = areas.Scores,
        };
    }

    private static string Describe(TrainingResult result, int folds)
    {
        var roles = result.Roles;
        var epoch = roles.Selection.Count == 0 ? "no epoch was chosen, the last one was kept"
            : roles.AreApart ? "the epoch was chosen on other patients"
            : "they also chose the epoch, being too few to divide, so the figures flatter";
        var fitting = folds >= 2
            ? $"every image is judged by a calibration and thresholds that were fitted without its patient ({folds}-fold cross-fitting)"
            : "calibration and thresholds were fitted on the same images, being of too few patients to divide, so the figures flatter";
        var shifts = result.Options.Packaging.ThresholdsUnderShifts ? "; thresholds and limits were chosen on the images as they are and under ten simulated changes of machine" : "";
        return $"held-out patients; {epoch}; {fitting}{shifts}";
    }
}
