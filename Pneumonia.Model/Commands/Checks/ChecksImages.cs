using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.CheckFitting;
using Pneumonia.Model.Commands.Train;
using Pneumonia.Model.Data;
using Pneumonia.Model.Training.Images;

namespace Pneumonia.Model.Commands.Checks;

/// <summary>Finds out again which images a model was trained on.</summary>
internal static class ChecksImages
{
    /// <summary>Divides a data set as the training did. Adults that were learned from beside it are not among the images.</summary>
    /// <param name="information">The model's.</param>
    /// <param name="folder">The folder that it was trained on.</param>
    /// <param name="log">Hears what a person should know.</param>
    /// <exception cref="UserException">The folder does not hold the images that the model was trained on.</exception>
    public static (DataSet Data, ChecksData Images) Open(ModelInformation information, string folder, Action<string> log)
    {
        var (manifest, adults) = (information.Manifest, information.Adults);
        var (learned, kept) = (manifest.Data.Images - (adults?.Learned.Images ?? 0), manifest.Data.HeldOutImages - (adults?.Evaluation.Count ?? 0));
        var options = manifest.Training.Options;
        var data = DataSet.Open(folder, excludeTest: true, manifest.Labels, options.Data.IgnoreFolders);
        var images = TrainingData.Images(data);
        var validation = TrainingData.ValidationSet(options, data, log);
        if (manifest.Data.EqualPictures is { } found)
        {
            var store = ImageStore.Load([.. images.Concat(validation ?? []).Distinct()], new ImagePreparation(manifest.Preprocessing with { Lungs = null }), allowUnreadable: true, null, log, default);
            var equal = EqualImages.Find(store, [], dropContradictions: found.LeftOut > 0);
            (images, validation) = (equal.Apply(images), validation is null ? null : equal.Apply(validation));
        }

        var (training, heldOut) = ImageDivision.Of(options, images, validation, _ => { });
        return training.Count == learned && heldOut.Count == kept
            ? (data, new ChecksData(training, [], heldOut, options.Seed))
            : throw new UserException($"{folder}: the model was trained on {learned} images and {kept} were held out; "
                + $"here these are {training.Count} and {heldOut.Count}.");
    }
}
