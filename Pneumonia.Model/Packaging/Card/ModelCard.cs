using Pneumonia.Core.Data;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using static Pneumonia.Model.Packaging.Card.ModelCardTables;

namespace Pneumonia.Model.Packaging.Card;

/// <summary>Writes the model card (Mitchell et al. 2019) from what was recorded.</summary>
internal static class ModelCard
{
    public static string Write(ModelManifest manifest, Calibration calibration, EvaluationReport evaluation, AdultJudgement? adults = null) => $"""
        # Model card: {manifest.Name}

        {manifest.Architecture}, {string.Join(" / ", manifest.Classes)}, made {manifest.Created:yyyy-MM-dd}.
        {(manifest.Data.Synthetic ? "\n**Trained on synthetic phantoms, not on patients. Its answers on real X-rays mean nothing.**\n" : "")}
        ## Intended use

        Research and teaching: a second look at frontal chest X-rays of patients like those it was trained on, read by a physician who has
        seen the image and the patient.

        ## Not intended

        It is not a medical device. Not for diagnosis, triage or the exclusion of disease on its word alone; not for other ages, projections,
        machines or body parts than its training images show; not for telling anything else than {string.Join(", ", manifest.Classes)}.

        {Missing(manifest)}## Data

        {manifest.Data.Name}: {manifest.Data.Images} images of {manifest.Data.Patients} patients to train on, {manifest.Data.HeldOutImages} images of
        {manifest.Data.HeldOutPatients} other patients held out: {HoldOut(manifest)}. Fingerprint of the contents: `{manifest.Data.Sha256}`.{Selection(manifest)}{EqualPictures(manifest.Data.EqualPictures)}{FileFacts(manifest.Data.FileFacts)}{Phantoms(manifest)}

        {Description(manifest.DataDescription)}

        ## Weights it began with

        {Pretrained(manifest.Pretrained)}

        ## Figures

        On {evaluation.Count} images of {evaluation.Patients} {evaluation.Data}. They come from the same source as the training images: expect
        less elsewhere. Accuracy, sensitivity and specificity have Wilson's intervals, slope and intercepts normal ones, the others the
        bootstrap's over patients unless they name another.

        {Figures([
            ("AUC", evaluation.Auc), .. Optional("AUC, DeLong's interval by patient", evaluation.AucDeLong), ("average precision", evaluation.AveragePrecision), ("accuracy", evaluation.Accuracy),
            ("sensitivity", evaluation.Sensitivity), ("specificity", evaluation.Specificity), ("Brier score", evaluation.Brier),
            ("log loss", evaluation.LogLoss), ("expected calibration error", evaluation.Ece),
            .. Optional("calibration slope, 1 at best", evaluation.CalibrationLine?.Slope.Interval),
            .. Optional("calibration intercept, 0 at best", evaluation.CalibrationLine?.Intercept.Interval),
            .. Optional("calibration in the large, 0 at best", evaluation.CalibrationLine?.InTheLarge.Interval)])}
        {NetBenefit(evaluation)}{ByClass(manifest, evaluation)}{ModelCardShift.Write(evaluation)}
        ## Calibration

        {CalibrationText(calibration, manifest)}

        ## Operating points

        Probability of {manifest.Positive} at or above the threshold is called {manifest.PositiveClass}. `{calibration.Default}` decides. PPV and NPV, the
        shares of positive and of negative verdicts that are right, hold at the prevalence above and at no other.

        {OperatingPoints(calibration.OperatingPoints)}

        ## Triage

        {ModelCardTriage.Write(manifest, calibration, evaluation)}

        ## Subgroups

        {Subgroups(evaluation.Subgroups)}

        {ModelCardAdults.Write(manifest, adults)}## Limits

        It has seen {(adults is null ? "one source of images" : "one source of children's images and one of adults'")} only. On other machines, other projections, other ages or other diseases its probabilities
        may be wrong and sure at the same time. It may have learnt what differs between the acquisitions of the classes rather than the
        disease. A saliency map shows where the evidence lies, not why.

        ## Ethics

        The images are of patients, who were not asked about this model. Its errors may fall on groups that the data do not tell apart, such as
        sex or origin. A missed pneumonia delays treatment, a false one gives needless antibiotics: who uses the model chooses the operating
        point, and answers for it.

        ## Licence

        The program that made it is under the MIT licence. {(manifest.DataDescription is { } data ? $"Training images: {data.Licence}; name their authors as above." : "The training images' licence was not recorded.")}
        """ + "\n";

    private static string Missing(ModelManifest manifest) => manifest.Omissions is not { Count: > 0 } omissions ? "" : $"""
        ## What is missing

        The network was trained to the end. What follows could not be fitted on the images that there were, and is left out.

        {string.Join("\n", omissions.Select(omission => $"- {omission.What}: {omission.Why}"))}


        """;

    private static string HoldOut(ModelManifest manifest) => manifest.Training.ValidationImages is not null
        ? "a validation set of its own"
        : HoldOutRule.Parse(manifest.Training.Options.Data.HoldOut).Description;

    private static string Selection(ModelManifest manifest) => manifest.Data.SelectionImages > 0
        ? $"\nOf those held out, {manifest.Data.SelectionImages} images of {manifest.Data.SelectionPatients} patients chose the epoch."
        : "";

    private static string EqualPictures(PictureFindings? found) => found is null
        ? ""
        : $"\n{found.Images} images showed {found.Pictures} pictures that there were more than once, in the same bytes or scaled or recompressed; equal ones "
            + "stand on one side of the hold-out"
            + (found.JoinedPatients > 0 ? $", so that {found.JoinedPatients} patients of the file names count as another of them" : "")
            + (found.LeftOut > 0 ? $". {found.LeftOut} images were left out, as their picture lies in two classes or is held out." : ".");

    private static string FileFacts(FileFactsFindings? found) => found is null ? "" : found.TellsClass ? $"\n\n**{found.Sentence}**\n" : $"\n{found.Sentence}";

    private static string Phantoms(ModelManifest manifest) => manifest.Training.Options.Data.Phantoms is > 0 and var count
        ? $"\n{count} synthetic phantoms were trained on beside them, so that phantoms are answered sensibly; none was held out."
        : "";

    /// <summary>What is known of a data set, a line each.</summary>
    internal static string Description(DataDescription? data) => data is null
        ? "Nobody described the data: authors, licence and population are not recorded."
        : string.Join("\n", new (string Name, string? Text)[]
        {
            ("Data set", data.Title), ("Attribution", data.Attribution), ("Licence", data.Licence), ("Source", data.Source),
            ("Population", data.Population ?? "not recorded"), ("Labels", data.Labels),
        }.Where(line => line.Text is not null).Select(line => $"- {line.Name}: {line.Text}"));

    private static string Pretrained(PretrainedSource? source) => source is null
        ? "None: random ones."
        : $"`{source.File}`, SHA-256 `{source.Sha256}`. {source.Note ?? "Where it comes from was not recorded."}";

    private static string CalibrationText(Calibration calibration, ModelManifest manifest)
    {
        var bias = calibration.Bias.Count == 0
            ? ""
            : $", biases {string.Join(", ", manifest.Classes.Zip(calibration.Bias, (name, value) => $"{name} {value:0.000}"))}";
        var prevalence = calibration.Prevalence is { } share
            ? $"""
              The probabilities are calibrated for a prevalence of {share:0.000}, the share of positive images among those calibrated on. Where
              another share q of the patients is positive, multiply the odds of a probability by (q / (1 - q)) / ({share:0.000} / {1 - share:0.000}).
              """
            : "Which prevalence the probabilities are calibrated for was not recorded.";
        return $"Softmax of the logits with temperature {calibration.Temperature:0.000}{bias}.\n{prevalence}";
    }

    private static (string, Estimate)[] Optional(string name, Estimate? figure) => figure is null ? [] : [(name, figure)];

    private static string NetBenefit(EvaluationReport evaluation)
    {
        var useful = evaluation.DecisionCurve.Where(point => point.Model > Math.Max(0, point.TreatAll)).ToArray();
        return evaluation.DecisionCurve.Count == 0 ? ""
            : useful.Length == 0 ? "\nAt no threshold does its net benefit (Vickers and Elkin 2006) exceed that of treating everybody or nobody.\n"
            : $"""

            Its net benefit (Vickers and Elkin 2006) exceeds that of treating everybody and of treating nobody at {useful.Length} of the
            {evaluation.DecisionCurve.Count} thresholds of the decision curve, between {useful[0].Threshold:0.00} and {useful[^1].Threshold:0.00}.

            """;
    }

    private static string ByClass(ModelManifest manifest, EvaluationReport evaluation) => evaluation.Multiclass is not { } figures ? "" : $"""

        The figures above are of {manifest.Positive} against the rest. Of the {manifest.Classes.Count} classes apart:

        {Figures(
            ("accuracy", figures.Accuracy), ("balanced accuracy", figures.BalancedAccuracy), ("macro AUC", figures.MacroAuc),
            ("macro F1", figures.MacroF1), ("Cohen's kappa", figures.Kappa))}

        {Classes(figures)}

        {Confusion(figures, manifest.Classes)}

        """;
}
