using Pneumonia.Core.Checks;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Reports;

namespace Pneumonia.Core.Package;

/// <summary>Everything a model zip says of itself: all its entries but the weights.</summary>
/// <param name="Manifest"><c>manifest.json</c>.</param>
/// <param name="Calibration"><c>calibration.json</c>.</param>
/// <param name="Evaluation"><c>evaluation.json</c>: figures on the held-out patients.</param>
/// <param name="ModelCard"><c>model-card.md</c>, Markdown.</param>
public sealed record ModelInformation(
    ModelManifest Manifest, Calibration Calibration, EvaluationReport Evaluation, string ModelCard)
{
    /// <summary><c>checks.json</c>: says whether an image should be judged at all; null where the zip has none, as older ones.</summary>
    public InputChecks? Checks { get; init; }

    /// <summary><c>adults.json</c>: how adults are told from children and judged; null where the model makes no difference.</summary>
    public AdultJudgement? Adults { get; init; }

    /// <summary>How the model decides: at its default operating point.</summary>
    public Decision Decision => DecisionOf(Calibration);

    /// <summary>What makes probabilities and verdicts for a population.</summary>
    /// <param name="population">Whose image it is; null where the model makes no difference.</param>
    public Calibration CalibrationOf(Population? population) =>
        population == Population.Adults && Adults is not null ? Adults.Calibration : Calibration;

    /// <summary>How the model decides by one of its calibrations.</summary>
    public Decision DecisionOf(Calibration calibration) => new(Manifest.Classes, Manifest.Positive, calibration.DefaultPoint.Threshold);

    /// <summary>Short version: the first 8 hexadecimal digits of the weights' hash.</summary>
    public string Version => Calibration.WeightsSha256[..8];

    /// <summary>An X-ray at the network's size, before its grey levels are normalised, and what the checks see of it.</summary>
    /// <param name="radiograph">The image as decoded.</param>
    /// <param name="preparation">The model's.</param>
    internal PreparedImage Prepare(Radiograph radiograph, ImagePreparation preparation)
    {
        if (Checks is not null)
        {
            return Checks.Prepare(radiograph, preparation);
        }

        // A model without checks has learned from corrected images all the same.
        var isInverted = InvertedLook.Of(radiograph);
        return new PreparedImage(
            preparation.Frame(preparation.Whole(isInverted ? radiograph.Inverted() : radiograph)), [], isInverted ? [CheckReasons.Inverted] : []);
    }
}
