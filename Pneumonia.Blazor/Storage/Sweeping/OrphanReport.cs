namespace Pneumonia.Blazor.Storage.Sweeping;

/// <summary>What a sweep found.</summary>
/// <param name="Removed">Images that no study refers to, now deleted.</param>
/// <param name="Unfinished">Files of uploads that were cut short, now deleted.</param>
/// <param name="Missing">Hashes that studies refer to and that are not there.</param>
public sealed record OrphanReport(int Removed, int Unfinished, IReadOnlyList<string> Missing);
