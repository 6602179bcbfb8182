namespace Pneumonia.Blazor.Storage.Backup;

/// <summary>Names inside a backup's zip.</summary>
internal static class BackupEntries
{
    public const string Manifest = "backup.json";

    private const string ImageFolder = "images/";
    private const string ModelFolder = "models/";

    public static string Table(string table) => $"tables/{table}.jsonl";

    public static string Image(string hash) => $"{ImageFolder}{hash}.bin";

    public static string Model(string hash) => $"{ModelFolder}{hash}.zip";

    public static bool IsModel(string entry) => entry.StartsWith(ModelFolder, StringComparison.Ordinal);

    public static bool IsImage(string entry) => entry.StartsWith(ImageFolder, StringComparison.Ordinal);
}
