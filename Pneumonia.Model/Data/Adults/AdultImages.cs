using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Recipes;

namespace Pneumonia.Model.Data.Adults;

/// <summary>Lists the adults' X-rays that are learned from beside children's.</summary>
public static class AdultImages
{
    /// <summary>Lists a folder: by its table where the settings name one, else by its class folders.</summary>
    /// <param name="settings">Folder, table and what stands there for which class.</param>
    /// <param name="classes">The classes of the children's images, which the adults' must be of.</param>
    /// <param name="log">Hears what was found, and what was left out.</param>
    /// <exception cref="UserException">Folder or table is missing or is none, or a class has no image; the message names it.</exception>
    public static IReadOnlyList<XRay> Open(AdultSettings settings, IReadOnlyList<string> classes, Action<string> log)
    {
        var folder = settings.Folder ?? throw new ArgumentException("No folder is named.", nameof(settings));
        var images = settings.Table is null ? OfFolders(folder, log) : AdultTable.Read(settings, folder, classes, log);
        if (images.Select(image => image.Class).Except(classes).FirstOrDefault() is { } other)
        {
            throw new UserException($"{folder}: the adults have the class {other}, the other images {string.Join(", ", classes)}.");
        }

        if (classes.Except(images.Select(image => image.Class)).FirstOrDefault() is { } missing)
        {
            throw new UserException($"{folder}: no adult is of class {missing}, so that being an adult would tell the class.");
        }

        log($"adults: {folder}, {images.Count} images of {images.Select(image => image.Patient).Distinct().Count()} patients to learn from");
        return images;
    }

    private static List<XRay> OfFolders(string folder, Action<string> log)
    {
        var data = DataSet.Open(folder, excludeTest: true);
        if (!data.HasPatientNames)
        {
            log($"adults: {data.ImagesWithoutPatient} file names tell no patient: each counts as a patient of its own");
        }

        return [.. data.Images.Select(image => image with { Facts = new PatientFacts(Population.Adults) })];
    }
}
