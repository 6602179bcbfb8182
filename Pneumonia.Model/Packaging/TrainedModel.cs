using Pneumonia.Core;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Data;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Json;
using Pneumonia.Model.CheckFitting;
using Pneumonia.Model.Packaging.Calibrating;
using Pneumonia.Model.Packaging.Card;
using Pneumonia.Model.Packaging.Onnx;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Packaging;

/// <summary>Turns a training's result into a model zip: calibrated, with its operating points, evaluated, documented.</summary>
public static class TrainedModel
{
    /// <summary>What a model without checks of its input lacks, as its manifest says it.</summary>
    internal const string ChecksPart = "checks of the input";

    /// <summary>Calibrates on the held-out images, evaluates there, and writes the zip.</summary>
    /// <param name="result">What the training came to.</param>
    /// <param name="path">The zip, replaced if it exists.</param>
    /// <param name="data">Name of the data set, and whether it is synthetic.</param>
    /// <param name="positive">The classes held against the threshold.</param>
    /// <param name="created">Time of the training.</param>
    /// <param name="labels">Where the images' classes come from.</param>
    /// <param name="progress">Hears of the held-out images scored under simulated changes.</param>
    /// <param name="log">Hears how the checks of the input come out.</param>
    /// <param name="cancellation">Ends it before anything is written.</param>
    /// <returns>What the zip says of itself.</returns>
    public static ModelInformation Write(
        TrainingResult result, string path, (string Name, bool Synthetic) data, PositiveGroup positive, DateTimeOffset created,
        LabelScheme labels = LabelScheme.Folders, IProgress<DataProgress>? progress = null, Action<string>? log = null,
        CancellationToken cancellation = default)
    {
        using var scope = NewDisposeScope();
        using var weights = new MemoryStream();
        Safetensors.Save(weights, StorageRounding.Stored(result.Network));

        var omissions = new Omissions(log);
        var heldOut = HeldOutImages.Of(result, positive, progress, omissions);
        var (calibration, evaluation) = HeldOutCalibration.Fit(result, heldOut.Main, positive, omissions);
        var adults = omissions.Try("what is particular to adults", () => AdultFit.Fit(result, heldOut.Adults, positive, omissions, cancellation));
        var checks = Checks(result, omissions, log ?? (_ => { }), cancellation);
        var manifest = new ModelManifest
        {
            Name = result.Options.FinalModelPrefix,
            Created = created,
            Architecture = result.Network.Name,
            Classes = result.Classes,
            PositiveClass = positive.Name,
            PositiveClasses = positive.Classes,
            Labels = labels,
            Preprocessing = result.Options.Network.Preprocessing,
            TestTimeFlip = result.Options.Packaging.TestTimeFlip,
            Training = Recorded(result),
            Data = new DataFingerprint(
                data.Name, result.Training.Count, Patients(result.Training), result.HeldOut.Count, Patients(result.HeldOut),
                result.DataSha256, data.Synthetic, result.Roles.Selection.Count,
                Patients(result.Roles.Selection.Select(index => result.HeldOut[index])), result.EqualPictures)
            {
                FileFacts = result.FileFacts,
            },
            DataDescription = result.Options.Data.DataDescription,
            Pretrained = result.Pretrained,
            Omissions = omissions.All.Count > 0 ? omissions.All : null,
            Software = SoftwareVersions.Current,
        };
        var information = new ModelInformation(manifest, calibration, evaluation, ModelCard.Write(manifest, calibration, evaluation, adults))
        {
            Checks = checks, Adults = adults,
        };
        return ModelZip.Write(path, information, weights.ToArray(), NetworkGraph.Write(result.Network, manifest, calibration, adults), result.LungFinder);
    }

    private static InputChecks? Checks(TrainingResult result, Omissions omissions, Action<string> log, CancellationToken cancellation)
    {
        if (result.Training.Count < ChecksFit.LeastImages)
        {
            omissions.Add(ChecksPart, $"{result.Training.Count} training images are too few, {ChecksFit.LeastImages} are needed.");
            return null;
        }

        var data = new ChecksData(result.Training, result.Options.Data.AdditionalImages, result.HeldOut, result.Options.Seed);
        return omissions.Try(ChecksPart, () =>
        {
            var checks = ChecksFit.Fit(result.Network, result.Preparation, data, log, cancellation);
            return checks is { IsSound: false } ? throw new UserException("They do not fit together.") : checks;
        });
    }

    private static int Patients(IEnumerable<XRay> images) => images.Select(image => image.Patient).Distinct().Count();

    // The manifest tells of the weights and of the data elsewhere.
    private static TrainingRecord Recorded(TrainingResult result)
    {
        var recipe = RecipeJson.WithoutRun(result.Options);
        return new TrainingRecord
        {
            Options = recipe with
            {
                Network = recipe.Network with { Weights = result.Pretrained?.File, WeightsNote = null, LungFinder = Path.GetFileName(recipe.Network.LungFinder) },
                Data = recipe.Data with { DataDescription = null, Adults = recipe.Data.Adults is { } adults ? adults with { Description = null } : null },
            },
            ValidationImages = result.Options.ValidationSet?.Count,
            BestEpoch = result.State.BestEpoch,
            History = result.State.History,
        };
    }
}
