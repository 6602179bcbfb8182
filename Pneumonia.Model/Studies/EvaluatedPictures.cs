using System.Security.Cryptography;
using Pneumonia.Core.Data;
using Pneumonia.Core.Package;
using Pneumonia.Model.Data;
using Pneumonia.Model.Data.Inspection;
using Pneumonia.Model.Data.Pictures;

namespace Pneumonia.Model.Studies;

/// <summary>Pictures that are there more than once among the images of an evaluation, and images that the training knew.</summary>
internal static class EvaluatedPictures
{
    private const int NamedEach = 5;

    /// <summary>Finds them.</summary>
    /// <param name="root">Full path of the data set's folder, within which images are named.</param>
    /// <param name="answers">The images.</param>
    public static IReadOnlyList<PictureGroup> Find(string root, ImageAnswers answers) =>
    [
        .. EqualPictures.Find([.. answers.Pictures.Select(each => each.Pixels)], [.. answers.Pictures.Select(each => each.Picture)])
            .Select(group => group.Select(i => answers.Images[i]).ToList())
            .Select(group => new PictureGroup(
                [.. group.Select(image => SlashedPath.Within(root, image.Path))],
                group.DistinctBy(image => image.Split).Count() > 1,
                group.DistinctBy(image => image.Class).Count() > 1,
                group.DistinctBy(image => image.Patient).Count() > 1)),
    ];

    /// <summary>What a reader of the figures should know.</summary>
    /// <param name="equal">What was found.</param>
    /// <param name="images">All images, readable or not.</param>
    /// <param name="trainedOn">What the model says of its training.</param>
    public static IEnumerable<string> Warnings(IReadOnlyList<PictureGroup> equal, IReadOnlyList<XRay> images, DataFingerprint trainedOn)
    {
        if (equal.Where(group => group.AcrossClasses).ToList() is { Count: > 0 } contradictions)
        {
            yield return $"{Pictures(contradictions)} two labels, of which one is wrong: {Named(contradictions)}.";
        }

        if (equal.Where(group => !group.AcrossClasses).ToList() is { Count: > 0 } repeated)
        {
            yield return $"{Pictures(repeated)} more than one image, each of which counts, so that the intervals are too narrow: {Named(repeated)}.";
        }

        if (images.Count == trainedOn.Images + trainedOn.HeldOutImages && HashOf(images) == trainedOn.Sha256)
        {
            yield return "the model was trained and held out on these very images: the figures say nothing of others.";
        }
    }

    private static string Pictures(List<PictureGroup> groups) => groups.Count == 1 ? "1 picture has" : $"{groups.Count} pictures have";

    private static string Named(List<PictureGroup> groups) => string.Join("; ", groups.Take(NamedEach).Select(group => string.Join(" = ", group.Files)))
        + (groups.Count > NamedEach ? $"; {groups.Count - NamedEach} more, which --json names" : "");

    private static string? HashOf(IReadOnlyList<XRay> images)
    {
        try
        {
            return ContentHashes.Of([.. images.AsParallel().Select(image => Hash(image.Path))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or AggregateException)
        {
            return null;
        }
    }

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
