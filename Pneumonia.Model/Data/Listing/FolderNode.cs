namespace Pneumonia.Model.Data.Listing;

/// <summary>A folder as it was found, without what is hidden, the system's, or listed elsewhere.</summary>
/// <param name="path">Its full path, by way of the links that led to it.</param>
internal sealed class FolderNode(string path)
{
    /// <summary>Full path, by way of links.</summary>
    public string Path { get; } = path;

    /// <summary>Its name.</summary>
    public string Name { get; } = System.IO.Path.GetFileName(path);

    /// <summary>The folders in it.</summary>
    public List<FolderNode> Folders { get; } = [];

    /// <summary>The files in it.</summary>
    public List<FoundFile> Files { get; } = [];

    /// <summary>All files in it and below.</summary>
    public IEnumerable<FoundFile> AllFiles => Files.Concat(Folders.SelectMany(folder => folder.AllFiles));
}
