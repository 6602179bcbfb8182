using System.Text.Json.Nodes;
using Pneumonia.Model.Checks.Fitting;
using Pneumonia.Model.Data;
using Pneumonia.Model.Serving;
using Pneumonia.Model.Training;

namespace Pneumonia.Model.Commands;

/// <summary>Finds out again which images a model was trained on.</summary>
internal static class ChecksImages
{
    /// <summary>Divides a data set as the training did.</summary>
    /// <param name="manifest">The model's.</param>
    /// <param name="folder">The folder that it was trained on.</param>
    /// <param name="log">Hears what a person should know.</param>
    /// <exception cref="UserException">The folder does not hold the images that the model was trained on.</exception>
    public static (DataSet Data, ChecksData Images) Open(ModelManifest manifest, string folder, Action<string> log)
    {
        var options = new ImageClassificationTrainer.Options();
        var (holdOut, fraction, seed) = (
            Value(manifest.Training, "holdOut", options.HoldOut), Value(manifest.Training, "validationSetFraction", options.ValidationSetFraction),
            Value(manifest.Training, "seed", options.Seed));
        var data = DataSet.Open(folder, excludeTest: true, manifest.Labels);
        var images = TrainingData.Images(data);
        var validation = TrainingData.ValidationSet(options with { HoldOut = holdOut }, data, log);
        var (training, heldOut) = validation is null
            ? HoldOutRule.Parse(holdOut).Divide(images, fraction, seed)
            : new PatientSplit([.. images.ExceptBy(validation.Select(image => image.Patient), image => image.Patient)], validation);
        return training.Count == manifest.Data.Images && heldOut.Count == manifest.Data.HeldOutImages
            ? (data, new ChecksData(training, [], heldOut, seed))
            : throw new UserException($"{folder}: the model was trained on {manifest.Data.Images} images and {manifest.Data.HeldOutImages} were held out; "
                + $"here these are {training.Count} and {heldOut.Count}.");
    }

    /// <summary>A recorded training option, or the default of older zips.</summary>
    public static T Value<T>(JsonObject training, string name, T otherwise) => training[name] is { } value ? value.GetValue<T>() : otherwise;
}
