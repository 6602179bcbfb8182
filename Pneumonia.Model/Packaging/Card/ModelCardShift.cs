using Pneumonia.Core.Reports;
using static Pneumonia.Model.Packaging.Card.ModelCardTables;

namespace Pneumonia.Model.Packaging.Card;

/// <summary>The model card's part on what to expect elsewhere.</summary>
internal static class ModelCardShift
{
    public static string Write(EvaluationReport evaluation) => evaluation.Reweighted is not { } figures ? "" : $"""

        What to expect of images from elsewhere: the same images, weighted so that what lies outside of the lungs (markers, text, borders, collimation) tells
        nothing of the class. Few images carry most of the weight, as many as {figures.EffectivePositives:0} positive and {figures.EffectiveNegatives:0} negative ones, so
        the intervals (bootstrap over patients) are wide.

        {Figures([
            ("AUC", figures.Auc), ("sensitivity", figures.Sensitivity), ("specificity", figures.Specificity), ("log loss", figures.LogLoss),
            ("expected calibration error", figures.Ece)])}

        """;
}
