using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Recipes;

namespace Pneumonia.Model.Training.Images;

/// <summary>Divides a training's images into those to learn from and those held out.</summary>
internal static class ImageDivision
{
    /// <summary>Divides them by the rule of the options, or by a validation set, whose patients are not trained on. Of adults beside children, patients
    /// at random are held out whatever the rule.</summary>
    /// <param name="options">The rule, its fraction and seed.</param>
    /// <param name="images">Images to learn from.</param>
    /// <param name="validation">Images to hold out in the rule's place; null: there are none.</param>
    /// <param name="log">Hears how it came out.</param>
    /// <exception cref="UserException">A class has too few patients.</exception>
    public static (IReadOnlyList<XRay> Training, IReadOnlyList<XRay> HeldOut) Of(
        ImageClassificationOptions options, IReadOnlyList<XRay> images, IReadOnlyList<XRay>? validation, Action<string> log)
    {
        var adults = images.Where(image => image.Facts?.Population == Population.Adults).ToList();
        if (adults.Count > 0 && adults.Count < images.Count)
        {
            var own = PatientSplit.HoldOut(adults, options.ValidationSetFraction, options.Seed);
            var (training, heldOut) = OfOnePopulation(options, [.. images.Except(adults)], validation, log);
            log($"held out: {own.HeldOut.Count} of the adults' {adults.Count} images, by patient (random)");
            return ([.. training, .. own.Training], [.. heldOut, .. own.HeldOut]);
        }

        return OfOnePopulation(options, images, validation, log);
    }

    private static (IReadOnlyList<XRay> Training, IReadOnlyList<XRay> HeldOut) OfOnePopulation(
        ImageClassificationOptions options, IReadOnlyList<XRay> images, IReadOnlyList<XRay>? validation, Action<string> log)
    {
        if (validation is null)
        {
            var split = HoldOutRule.Parse(options.Data.HoldOut).Divide(images, options.ValidationSetFraction, options.Seed);
            log($"held out: {split.HeldOut.Count} of {images.Count} images, by patient ({options.Data.HoldOut})");
            return (split.Training, split.HeldOut);
        }

        var heldOutPatients = validation.Select(image => image.Patient).ToHashSet();
        var training = images.Where(image => !heldOutPatients.Contains(image.Patient)).ToArray();
        log($"validation set: {validation.Count} images; {images.Count - training.Length} images of its patients are not trained on");
        return (training, validation);
    }
}
