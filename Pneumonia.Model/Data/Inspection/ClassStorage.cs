namespace Pneumonia.Model.Data.Inspection;

/// <summary>How the readable images of a class are stored. Where classes differ in this, a model can tell them apart without a look at a
/// lung.</summary>
/// <param name="Class">The class.</param>
/// <param name="Images">Its readable images.</param>
/// <param name="Width">Their columns.</param>
/// <param name="Height">Their rows.</param>
/// <param name="Formats">Images by format.</param>
/// <param name="BitDepths">Images by bits per pixel.</param>
/// <param name="InColour">Images that are not grey.</param>
public sealed record ClassStorage(
    string Class, int Images, SizeRange Width, SizeRange Height, IReadOnlyDictionary<string, int> Formats, IReadOnlyDictionary<int, int> BitDepths,
    int InColour)
{
    private const double LeastChroma = 0.05;

    /// <summary>Counts.</summary>
    /// <param name="name">The class.</param>
    /// <param name="files">Its readable files, one or more.</param>
    internal static ClassStorage Of(string name, IReadOnlyList<InspectedFile> files) => new(
        name, files.Count, SizeRange.Of(files.Select(file => file.Width))!, SizeRange.Of(files.Select(file => file.Height))!,
        new SortedDictionary<string, int>(files.CountBy(file => file.Format.ToString()).ToDictionary(), StringComparer.Ordinal),
        new SortedDictionary<int, int>(files.CountBy(file => file.BitDepth).ToDictionary()),
        files.Count(file => file.Chroma >= LeastChroma));
}
