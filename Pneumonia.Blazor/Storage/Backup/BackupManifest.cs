namespace Pneumonia.Blazor.Storage.Backup;

/// <summary><c>backup.json</c> of a backup.</summary>
public sealed record BackupManifest
{
    /// <summary>Since 2 it holds the zips of models.</summary>
    public const int CurrentFormat = 2;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>Version of the database's schema.</summary>
    public required int Schema { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Tables in an order in which they can be filled.</summary>
    public required IReadOnlyList<BackupTable> Tables { get; init; }

    /// <summary>How many images are in it.</summary>
    public required int Images { get; init; }

    /// <summary>How many zips of models are in it.</summary>
    public int Models { get; init; }

    /// <summary>Hashes of images that were missing or damaged already, and are not in it.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Hashes of zips of models that were missing or damaged already, and are not in it.</summary>
    public IReadOnlyList<string> MissingModels { get; init; } = [];
}
