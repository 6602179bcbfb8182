using Pneumonia.Model.Data;
using Pneumonia.Model.Evaluation;
using Pneumonia.Model.Serving;

namespace Pneumonia.Model.Training.Packaging;

/// <summary>Writes the model card (Mitchell et al. 2019) from what was recorded.</summary>
internal static class ModelCard
{
    /// <summary>Member of the manifest's training options: images of a validation set that was held out in the rule's place.</summary>
    public const string ValidationImages = "validationImages";

    public static string Write(ModelManifest manifest, Calibration calibration, EvaluationReport evaluation) => $"""
        # Model card: {manifest.Name}

        {manifest.Architecture}, {string.Join(" / ", manifest.Classes)}, made {manifest.Created:yyyy-MM-dd}.
        {(manifest.Data.Synthetic ? "\n**Trained on synthetic phantoms, not on patients. Its answers on real X-rays mean nothing.**\n" : "")}
        ## Intended use

        Research and teaching: a second look at frontal chest X-rays like those it was trained on. Not a medical device; not for
        diagnosis without a physician who has seen the image.

        ## Training data

        {manifest.Data.Name}: {manifest.Data.Images} images of {manifest.Data.Patients} patients to train on, {manifest.Data.HeldOutImages} images of
        {manifest.Data.HeldOutPatients} other patients held out: {HoldOut(manifest)}. Fingerprint of the contents: `{manifest.Data.Sha256}`.{Phantoms(manifest)}

        ## Figures on the held-out patients

        The same patients chose the epoch, the temperature and the thresholds, and come from the same source as the training images:
        expect less elsewhere.

        | figure | value | 95% interval |
        |---|---|---|
        {Row("AUC", evaluation.Auc)}
        {Row("average precision", evaluation.AveragePrecision)}
        {Row("accuracy", evaluation.Accuracy)}
        {Row("sensitivity", evaluation.Sensitivity)}
        {Row("specificity", evaluation.Specificity)}
        {Row("Brier score", evaluation.Brier)}
        {Row("expected calibration error", evaluation.Ece)}
        {ByClass(manifest, evaluation)}
        ## Operating points

        Probability of {manifest.Positive} at or above the threshold is called {manifest.PositiveClass}. `{calibration.Default}` decides.

        | name | threshold | sensitivity | specificity |
        |---|---|---|---|
        {string.Join('\n', calibration.OperatingPoints.Select(Row))}

        Temperature of the logits: {calibration.Temperature:0.000}.

        ## Limits

        It has seen one source of images only. On other machines, other projections, other ages or other diseases its probabilities
        may be wrong and sure at the same time. A saliency map shows where the evidence lies, not why.
        """ + "\n";

    private static string HoldOut(ModelManifest manifest) => manifest.Training[ValidationImages] is not null
        ? "a validation set of its own"
        : HoldOutRule.Parse(manifest.Training["holdOut"]?.GetValue<string>() ?? HoldOutRule.Default).Description;

    private static string Phantoms(ModelManifest manifest) => manifest.Training["phantoms"]?.GetValue<int>() is > 0 and var count
        ? $"\n{count} synthetic phantoms were trained on beside them, so that phantoms are answered sensibly; none was held out."
        : "";

    private static string ByClass(ModelManifest manifest, EvaluationReport evaluation) => evaluation.Multiclass is not { } figures ? "" : $"""

        The figures above are of {manifest.Positive} against the rest. Of the {manifest.Classes.Count} classes apart:

        | figure | value | 95% interval |
        |---|---|---|
        {Row("accuracy", figures.Accuracy)}
        {Row("balanced accuracy", figures.BalancedAccuracy)}
        {Row("macro AUC", figures.MacroAuc)}
        {Row("macro F1", figures.MacroF1)}
        {Row("Cohen's kappa", figures.Kappa)}

        | class | images | sensitivity | precision | F1 | AUC |
        |---|---|---|---|---|---|
        {string.Join('\n', figures.Classes.Select(Row))}

        | truth | {string.Join(" | ", manifest.Classes.Select(name => $"called {name}"))} |
        |---|{string.Concat(manifest.Classes.Select(_ => "---|"))}
        {string.Join('\n', figures.Confusion.Zip(manifest.Classes, (row, name) => $"| {name} | {string.Join(" | ", row)} |"))}

        """;

    private static string Row(ClassReport report) =>
        $"| {report.Class} | {report.Count} | {Range(report.Sensitivity)} | {Range(report.Precision)} | {Range(report.F1)} | {Range(report.Auc)} |";

    private static string Row(string name, Estimate estimate) =>
        $"| {name} | {estimate.Value:0.000} | {estimate.Low:0.000} to {estimate.High:0.000} |";

    private static string Row(OperatingPoint point) =>
        $"| {point.Name} | {point.Threshold:0.000} | {Range(point.Sensitivity)} | {Range(point.Specificity)} |";

    private static string Range(Estimate estimate) => $"{estimate.Value:0.000} ({estimate.Low:0.000} to {estimate.High:0.000})";
}
