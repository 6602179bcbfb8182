using Pneumonia.Model.Data;
using Pneumonia.Model.Evaluation;
using Pneumonia.Model.Evaluation.Reference;
using Pneumonia.Model.Evaluation.Subgroups;
using Pneumonia.Model.Serving;

namespace Pneumonia.Model.Training.Packaging;

/// <summary>Calibrates on the held-out images that did not choose the epoch, and evaluates there by cross-fitting: what the zip holds
/// is fitted on all of them, what is reported was fitted without the patient concerned.</summary>
internal static class HeldOutCalibration
{
    /// <summary>The weights' hash is filled in by the zip's writer.</summary>
    public static (Calibration Calibration, EvaluationReport Evaluation) Fit(TrainingResult result, PositiveGroup positive)
    {
        HeldOutImage[] images = [.. result.Roles.Judging.Select(
            i => new HeldOutImage(result.HeldOut[i], result.HeldOutLabels[i], result.HeldOutLogits[i]))];
        var decision = new Decision(result.Classes, positive, Threshold: 0.5);
        var fit = CalibrationFit.To(images, decision);
        decision = decision with { Threshold = fit.Threshold };
        var folds = CrossFitting.FoldsOf(images);
        var fits = folds >= 2
            ? CrossFitting.Fit(images, folds, decision, result.Options.Seed)
            : [.. images.Select(_ => fit)];

        bool[] truth = [.. images.Select(image => decision.IsPositive(image.Label))];
        var calibration = new Calibration
        {
            Temperature = fit.Scaling.Temperature,
            Bias = fit.Scaling.Bias,
            Prevalence = truth.Average(isPositive => isPositive ? 1.0 : 0),
            Default = CalibrationFit.DefaultPoint,
            OperatingPoints = [.. fit.Points.Select((point, p) => point.Measured(
                [.. images.Select((image, i) => (truth[i], Score(image, fits[i], decision) >= fits[i].Points[p].Threshold))]))],
            WeightsSha256 = "",
        };
        return (calibration, Evaluate(images, fit, fits, decision, Describe(result.Roles, folds), result.Options.Seed));
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

    private static string Describe(HoldOutRoles roles, int folds)
    {
        var epoch = roles.Selection.Count == 0 ? "no epoch was chosen, the last one was kept"
            : roles.AreApart ? "the epoch was chosen on other patients"
            : "they also chose the epoch, being too few to divide, so the figures flatter";
        var fitting = folds >= 2
            ? $"every image is judged by a calibration and thresholds that were fitted without its patient ({folds}-fold cross-fitting)"
            : "calibration and thresholds were fitted on the same images, being of too few patients to divide, so the figures flatter";
        return $"held-out patients; {epoch}; {fitting}";
    }
}
