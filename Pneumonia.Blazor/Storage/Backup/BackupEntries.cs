namespace Pneumonia.Blazor.Storage.Backup;

/// <summary>Names inside a backup's zip.</summary>
internal static class BackupEntries
{
    public const string Manifest = "backup.json";

    private const string ImageFolder = "images/";

    public static string Table(string table) => $"tables/{table}.jsonl";

    public static string Image(string hash) => $"{ImageFolder}{hash}.bin";

    public static bool IsImage(string entry) => entry.StartsWith(ImageFolder, StringComparison.Ordinal);
}
