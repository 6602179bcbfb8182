namespace Pneumonia.Blazor.Storage.Backup;

/// <summary>A table in a backup.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Sha256">SHA-256 of its rows as JSON lines, in the order of the key's bytes.</param>
public sealed record BackupTable(string Name, long Rows, string Sha256);
