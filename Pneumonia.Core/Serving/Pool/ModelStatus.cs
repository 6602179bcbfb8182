namespace Pneumonia.Core.Serving.Pool;

/// <summary>Which model answers, and whether anything is wrong with its file.</summary>
/// <param name="FilePath">Full path of its file.</param>
/// <param name="Version">Version of the model that answers; null while there is none.</param>
/// <param name="LoadedAt">When that model was loaded; null while there is none.</param>
/// <param name="Warning">One sentence on why the file as it is now does not serve; null when all is well.</param>
public sealed record ModelStatus(string FilePath, string? Version, DateTimeOffset? LoadedAt, UserText? Warning);
