namespace Pneumonia.Model.Data.Listing;

/// <summary>What of a folder is used, and what is not.</summary>
/// <param name="Root">Full path of the folder that holds the splits or the classes.</param>
/// <param name="Classes">Names of the class folders, by split, in ordinal order of their paths; empty ones, too.</param>
/// <param name="Files">The files taken for X-rays.</param>
/// <param name="Unused">All others.</param>
/// <param name="SplitFolders">Names of the split folders.</param>
internal sealed record FolderListing(
    string Root, IReadOnlyList<(string? Split, string Name)> Classes, IReadOnlyList<ListedFile> Files, IReadOnlyList<UnusedEntry> Unused,
    IReadOnlyList<string> SplitFolders);
