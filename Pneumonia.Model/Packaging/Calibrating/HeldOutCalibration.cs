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
    /// <summary>Fits and measures on all that judge but adults beside children.</summary>
    /// <inheritdoc cref="Fit(TrainingResult, IReadOnlyList{HeldOutImage}, PositiveGroup, Omissions)"/>
    public static (Calibration Calibration, EvaluationReport Evaluation) Fit(TrainingResult result, PositiveGroup positive, Omissions? omitted = null)
    {
        var omissions = omitted ?? new Omissions();
        return Fit(result, HeldOutImages.Of(result, positive, progress: null, omissions).Main, positive, omissions);
    }

    /// <summary>Fits and measures. The weights' hash is filled in by the zip's writer.</summary>
    /// <param name="result">What the training came to.</param>
    /// <param name="images">Images of one population.</param>
    /// <param name="positive">Which classes are positive.</param>
    /// <param name="omissions">Hears what cannot be fitted or measured.</param>
    public static (Calibration Calibration, EvaluationReport Evaluation) Fit(
        TrainingResult result, IReadOnlyList<HeldOutImage> images, PositiveGroup positive, Omissions omissions)
    {
        var decision = new Decision(result.Classes, positive, Threshold: 0.5);
        var risks = result.Options.Packaging.TriageRisks;
        var fit = CalibrationFit.To(images, decision, risks, omissions);
        decision = decision with { Threshold = fit.Threshold };
        var folds = images.Count == 0 ? 0 : CrossFitting.FoldsOf(images);
        var crossFits = folds < 2 || fit.IsFallback
            ? null
            : omissions.Try("cross-fitted figures", () => CrossFitting.Fit(images, folds, decision, risks, result.Options.Seed));
        var fits = crossFits ?? [.. images.Select(_ => fit)];

        bool[] truth = [.. images.Select(image => decision.IsPositive(image.Label))];
        ScoredImage[] crossed = [.. images.Select((image, i) => new ScoredImage(image.Image.Patient, truth[i], Score(image, fits[i], decision)))];
        var prevalence = truth.Count(isPositive => isPositive) / (double)truth.Length;
        var calibration = new Calibration
        {
            Temperature = fit.Scaling.Temperature,
            Bias = fit.Scaling.Bias,
            Prevalence = prevalence is > 0 and < 1 ? prevalence : null,
            Default = fit.Deciding.Name,
            OperatingPoints = [.. fit.Points.Select(point => Measured(point, images, truth, fit, fits, decision, omissions))],
            WeightsSha256 = "",
            Triage = Apart(result, fit.Limits, omissions),
            Meanings = omissions.Try("what scores have meant", () => ScoreMeanings.Of(crossed)) ?? [],
        };
        var data = Describe(result, crossFits is null ? 0 : folds);
        var report = omissions.Try("figures on the held-out patients", () => Evaluate(images, fit, fits, decision, data, result.Options.Seed, omissions))
            ?? UnmeasuredReport.Of(crossed, data, decision);
        return (calibration, calibration.Triage is null
            ? report
            : report with { Triage = TriageCounts(crossed, fits, omissions) });
    }

    // A point's figures are of thresholds that were chosen without the patient concerned, where every part of the patients allows that.
    private static OperatingPoint Measured(
        OperatingPoint point, IReadOnlyList<HeldOutImage> images, bool[] truth, CalibrationFit fit, IReadOnlyList<CalibrationFit> fits, Decision decision,
        Omissions omissions)
    {
        var own = fits.Select(each => each.Points.FirstOrDefault(other => other.Name == point.Name)).ToArray();
        if (Array.IndexOf(own, null) >= 0)
        {
            omissions.Add($"cross-fitted figures of {point.Name}", "Without a part of the patients it could not be chosen, so its figures flatter.");
            return point.Measured([.. images.Select((image, i) => (truth[i], Score(image, fit, decision) >= point.Threshold))]);
        }

        return point.Measured([.. images.Select((image, i) => (truth[i], Score(image, fits[i], decision) >= own[i]!.Threshold))]);
    }

    private static TriageLimits? Apart(TrainingResult result, TriageLimits? limits, Omissions omissions)
    {
        if (limits is not null && !result.Roles.AreApart)
        {
            omissions.Add("triage", "The held-out patients are too few to choose the epoch on some and limits on others.");
            return null;
        }

        return limits;
    }

    private static TriageReport? TriageCounts(ScoredImage[] crossed, IReadOnlyList<CalibrationFit> fits, Omissions omissions) =>
        fits.Any(fit => fit.Limits is null)
            ? null
            : omissions.Try("figures of the triage", () => TriageReport.Of([.. crossed.Select((image, i) => (image, fits[i].Limits!.Of(image.Score)))]));

    private static double Score(HeldOutImage image, CalibrationFit fit, Decision decision) =>
        decision.Score(fit.Scaling.Probabilities(image.Logits));

    private static EvaluationReport Evaluate(
        IReadOnlyList<HeldOutImage> images, CalibrationFit fit, IReadOnlyList<CalibrationFit> fits, Decision decision, string data, int seed,
        Omissions omissions)
    {
        ClassifiedImage[] crossed = [.. images.Select((image, i) => fits[i].Classify(image, fits[i].Threshold))];

        // Of two classes any scaling keeps the order of the scores, so nothing was fitted to the areas; mixing several scalings would
        // only blur them.
        ClassifiedImage[] ranking = decision.Classes.Count > 2 ? crossed : [.. images.Select(image => fit.Classify(image))];
        XRay[] files = [.. images.Select(image => image.Image)];
        var (scored, ranked) = (ModelEvaluation.Scored(crossed, decision), ModelEvaluation.Scored(ranking, decision));
        var kinds = omissions.Try("subgroups", () => SubgroupKind.OfFiles(files)) ?? [];
        var report = ModelEvaluation.Evaluate(crossed, decision, data, seed) with
        {
            Subgroups = omissions.Try("figures of subgroups", () => SubgroupEvaluation.Evaluate(kinds, scored, ranked, decision, seed)) ?? [],
            SubgroupGaps = omissions.Try("gaps between subgroups", () => SubgroupGapTest.Run(kinds, scored, decision.Threshold, seed)) ?? [],
            AucWithinViews = omissions.Try("area within views", () => StratifiedAuc.Of(ranked, [.. files.Select(file => file.Facts?.View)], seed)),
            Reweighted = omissions.Try("figures without what lies outside of the lungs", () => Reweighted.Of(images, crossed, decision, seed)),
            Reference = omissions.Try("what later images are held against", () => ReferenceMeasurement.Of(files, ranked)),
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
            Reweighted = report.Reweighted is { } own ? own with { Auc = Reweighted.Of(images, ranking, decision, seed)!.Auc } : null,
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
