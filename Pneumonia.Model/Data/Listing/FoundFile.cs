namespace Pneumonia.Model.Data.Listing;

/// <summary>A file of a data set.</summary>
/// <param name="Path">Full path, by way of links.</param>
/// <param name="RealPath">Where its bytes lie, links followed.</param>
internal sealed record FoundFile(string Path, string RealPath)
{
    /// <summary>Its name without the extension.</summary>
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);
}
