using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Data;
using Pneumonia.Model.Data.Adults;
using Pneumonia.Model.Data.Listing;
using Pneumonia.Model.Data.Phantoms;

namespace Pneumonia.Model.Commands.Train;

/// <summary>What <c>train</c> learns from.</summary>
internal static class TrainingData
{
    private const string DefaultFolder = "chest_xray";
    private const int PhantomCount = 400;

    /// <summary>Below this size a <c>val</c> folder (Kaggle's holds 16 images) is too small to choose by.</summary>
    private const int LeastValidationImages = 100;

    /// <summary>Opens the folder, without its test split; without a folder, <c>chest_xray</c> where it holds images, else phantoms.</summary>
    public static DataSet Open(
        string? folder, LabelScheme labels, string workspace, int seed, Action<string> log, string? ignoreFolders = null)
    {
        if (folder is null && !HoldsImages(DefaultFolder))
        {
            log($"no --data, and {DefaultFolder}/ holds no images: learning from {PhantomCount} synthetic phantoms");
            folder = Draw(workspace, PhantomCount, seed);
        }

        folder ??= DefaultFolder;
        var data = DataSet.Open(folder, excludeTest: true, labels, ignoreFolders);
        if (Images(data).Count == 0)
        {
            throw new UserException($"{folder}: there is no image to learn from: {string.Join(", ", data.Splits)} alone, and no {Split.Train}.");
        }

        RefuseClassesOutsideTraining(folder, data);
        log($"data: {folder}, {Images(data).Count} images of {Images(data).Select(image => image.Patient).Distinct().Count()} patients to learn from"
            + (data.IsSynthetic ? ", synthetic phantoms" : ""));
        if (data.Sites.Count > 0)
        {
            log($"sites: {string.Join(", ", data.Sites)}; their classes {string.Join(", ", data.Classes)} are taken together");
        }

        foreach (var line in UnusedEntry.Lines(data.Unused))
        {
            log($"not used: {line}");
        }

        if (data.ImagesWithoutCause > 0)
        {
            log($"left out: {data.ImagesWithoutCause} images whose names tell no cause");
        }

        if (!data.HasPatientNames)
        {
            log($"{data.ImagesWithoutPatient} file names tell no patient: each counts as a patient of its own, and the hold-out may flatter");
        }

        return data;
    }

    /// <summary>The images to learn from: the train split, or all of a flat data set.</summary>
    public static IReadOnlyList<XRay> Images(DataSet data) => data.Splits.Count == 0 ? data.Images : data.InSplits(Split.Train);

    /// <summary>The images to learn from, those of children and adults together, each told which; without adults nobody is told.</summary>
    public static IReadOnlyList<XRay> Images(DataSet data, IReadOnlyList<XRay> adults) =>
        adults.Count == 0 ? Images(data) : [.. Images(data).Select(image => image with { Facts = new PatientFacts(Population.Children) }), .. adults];

    /// <summary>Adults' images to learn from beside the data set's; none where the options name no folder.</summary>
    /// <exception cref="UserException">Folder or table is missing or is none, or the classes are others.</exception>
    public static IReadOnlyList<XRay> Adults(ImageClassificationOptions options, DataSet data, Action<string> log)
    {
        if (options.Data.Adults is { Folder: null })
        {
            log("no --adults: the model will know no patients but the data set's");
        }

        return options.Data.Adults is { Folder: not null } adults ? AdultImages.Open(adults, data.Classes, log) : [];
    }

    /// <summary>The val split where it is large enough to choose by and no rule is asked for; null: hold patients of the train split
    /// out.</summary>
    public static IReadOnlyList<XRay>? ValidationSet(ImageClassificationOptions options, DataSet data, Action<string> log)
    {
        var validation = data.InSplits(Split.Val);
        var isAskedFor = options.Data.HoldOut != HoldOutRule.Default;
        if (validation.Count > 0 && (isAskedFor || validation.Count < LeastValidationImages))
        {
            log($"the val split's {validation.Count} images are not used: "
                + (isAskedFor ? $"patients of the train split are held out ({options.Data.HoldOut})" : "they are too few to choose by"));
            return null;
        }

        return validation.Count > 0 ? validation : null;
    }

    /// <summary>Phantoms to train on beside the images.</summary>
    /// <exception cref="UserException">The data set has other classes than phantoms have.</exception>
    public static IReadOnlyList<XRay> Phantoms(
        ImageClassificationOptions options, DataSet data, LabelScheme labels, Action<string> log)
    {
        if (options.Data.Phantoms == 0)
        {
            return [];
        }

        var phantoms = DataSet.Open(Draw(options.WorkspacePath!, options.Data.Phantoms, options.Seed), labels: labels);
        if (!phantoms.Classes.SequenceEqual(data.Classes))
        {
            throw new UserException($"--phantoms: the data set has the classes {string.Join(", ", data.Classes)}, phantoms {string.Join(", ", phantoms.Classes)}.");
        }

        log($"training on {phantoms.Images.Count} synthetic phantoms, too");
        return phantoms.Images;
    }

    private static void RefuseClassesOutsideTraining(string folder, DataSet data)
    {
        var known = Images(data).Select(image => image.Class).ToHashSet();
        if (data.Classes.Where(name => !known.Contains(name)).ToList() is { Count: > 0 } unknown)
        {
            throw new UserException($"{folder}: {string.Join(", ", unknown)} {(unknown.Count == 1 ? (UserText)"is a class folder" : "are class folders")} of "
                + $"{string.Join(", ", data.Splits.Except([Split.Train]))} and not of {Split.Train}, which has {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }
    }

    private static bool HoldsImages(string folder) =>
        Directory.Exists(folder)
        && Directory.EnumerateDirectories(folder).Any(sub => Directory.EnumerateFiles(sub, "*", new EnumerationOptions { RecurseSubdirectories = true }).Any());

    private static string Draw(string workspace, int count, int seed)
    {
        var folder = Path.Combine(workspace, $"phantoms-{count}-{seed}");
        if (!Directory.Exists(folder))
        {
            PhantomFolder.Write(folder, count, seed);
        }

        return folder;
    }
}
