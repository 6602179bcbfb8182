using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Package;
using Pneumonia.Model.Data;
using Pneumonia.Model.Data.Listing;

namespace Pneumonia.Model.Studies;

/// <summary>The images that <c>evaluate</c> measures on: a whole data set, or a split of one.</summary>
/// <param name="Name">What they are, in words.</param>
/// <param name="Images">The images, each of a class that the model tells.</param>
/// <param name="Root">Full path of the folder of their data set.</param>
internal sealed record EvaluationImages(string Name, IReadOnlyList<XRay> Images, string Root)
{
    /// <summary>Name of all splits together.</summary>
    public const string AllSplits = "all";

    /// <summary>Lists a folder and checks, before any image is read, that it can be evaluated on.</summary>
    /// <param name="folder">With <c>train|val|test/CLASS/*</c>, or <c>CLASS/*</c>.</param>
    /// <param name="split">One of <see cref="Split"/>'s names or <see cref="AllSplits"/>; null: <c>test</c> where there is one, else all.</param>
    /// <param name="manifest">The model's.</param>
    /// <param name="log">Hears what a person should know.</param>
    /// <param name="ignoreFolders">Names of folders to leave out, separated by commas; null: those that the training left out.</param>
    /// <exception cref="UserException">The folder is not usable with this model.</exception>
    public static EvaluationImages Open(string folder, string? split, ModelManifest manifest, Action<string> log, string? ignoreFolders = null)
    {
        var data = DataSet.Open(folder, labels: manifest.Labels, ignoreFolders: ignoreFolders ?? manifest.Training.Options.Data.IgnoreFolders);
        foreach (var line in UnusedEntry.Lines(data.Unused))
        {
            log($"not used: {line}");
        }

        if (data.Sites.Count > 0)
        {
            log($"sites: {string.Join(", ", data.Sites)}; their classes are taken together, and each is a subgroup");
        }

        split ??= data.Splits.Contains(Split.Test) ? Split.Test : AllSplits;
        var images = split == AllSplits ? data.Images : data.InSplits(split);
        if (images.Count == 0)
        {
            throw new UserException($"{folder}: there is no '{split}' folder with images in it.");
        }

        var unknown = images.Select(image => image.Class).Distinct().Where(name => ClassOf(name, manifest) is null).ToList();
        if (unknown.Count > 0)
        {
            throw new UserException($"{folder}: the model does not know the {(unknown.Count == 1 ? (UserText)"class" : "classes")} {string.Join(", ", unknown)}; "
                + $"it tells {string.Join(", ", manifest.Classes)}.");
        }

        images = [.. images.Select(image => image with { Class = ClassOf(image.Class, manifest)! })];
        if (manifest.Classes.Except(images.Select(image => image.Class)).FirstOrDefault() is { } missing)
        {
            throw new UserException($"{folder}: '{split}' holds no image of class {missing}; images of all classes are needed.");
        }

        if (data.ImagesWithoutCause > 0)
        {
            log($"left out: {data.ImagesWithoutCause} images whose names tell no cause");
        }

        var unnamed = images.Count(image => image.Acquisition is null);
        if (unnamed > 0)
        {
            log($"{unnamed} file names tell no patient: each counts as a patient of its own, and the intervals may be too narrow");
        }

        return new EvaluationImages($"{data.Name}, {split}{(data.IsSynthetic ? " (synthetic)" : "")}", images, data.Root);
    }

    private static string? ClassOf(string name, ModelManifest manifest) =>
        manifest.Classes.FirstOrDefault(known => known == name)
        ?? manifest.Classes.FirstOrDefault(known => ClassName.Same(known, name));
}
