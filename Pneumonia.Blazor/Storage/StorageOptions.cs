namespace Pneumonia.Blazor.Storage;

/// <summary>Section <c>Storage</c> of the configuration.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Folder of the images, and of the SQLite file; a relative path starts at the app's content root.</summary>
    public string Path { get; set; } = "../data";

    /// <summary>Connection string of a PostgreSQL database, which then takes the place of the SQLite file; empty for SQLite.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether an X-ray that a visitor diagnoses on the page is kept. What comes through the HTTP API always is.</summary>
    public bool KeepUploads { get; set; } = true;

    /// <summary>Whether an empty store begins with the synthetic samples that the app brings along.</summary>
    public bool Samples { get; set; } = true;

    /// <summary>How old an image without a study must be to be removed: longer than any upload takes.</summary>
    public TimeSpan OrphanAge { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long the answer to an <c>Idempotency-Key</c> is kept for a repeated request.</summary>
    public TimeSpan IdempotencyAge { get; set; } = TimeSpan.FromHours(24);
}
