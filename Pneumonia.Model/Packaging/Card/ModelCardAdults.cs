using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using static Pneumonia.Model.Packaging.Card.ModelCardTables;

namespace Pneumonia.Model.Packaging.Card;

/// <summary>The model card's section on adults, where a model learned from them beside children.</summary>
internal static class ModelCardAdults
{
    public static string Write(ModelManifest manifest, AdultJudgement? adults) => adults is null ? "" : $"""
        ## Adults

        All figures above are of children. It learned from {adults.Learned.Images} images of {adults.Learned.Patients} adults, too, drawn so that neither population nor view
        (PA, AP) tells the class. An image is taken for an adult's by the network's own features, unless the age is known: rightly for
        {RiskWords.Share(adults.ProbeFigures.Adults)} of the held-out adults' images and {RiskWords.Share(adults.ProbeFigures.Children)} of the held-out children's. Adults have a calibration and
        thresholds of their own, fitted on {adults.Evaluation.Count} images of {adults.Evaluation.Patients} held-out patients.

        {ModelCard.Description(adults.Data)}

        {Figures([
            ("AUC", adults.Evaluation.Auc), .. adults.Evaluation.AucWithinViews is { } within ? [("AUC within a view", within)] : Array.Empty<(string, Core.Statistics.Estimate)>(),
            ("sensitivity", adults.Evaluation.Sensitivity), ("specificity", adults.Evaluation.Specificity), ("expected calibration error", adults.Evaluation.Ece)])}

        {OperatingPoints(adults.Calibration.OperatingPoints)}

        {ModelCardTriage.Write(manifest, adults.Calibration, adults.Evaluation)}


        """;
}
