namespace Pneumonia.Core.Serving.Pool;

/// <summary>Where a model comes from.</summary>
/// <param name="Path">Path of the file, which may be missing for now.</param>
/// <param name="WatchForChanges">Whether a new file is loaded when it comes.</param>
public sealed record ModelFile(string Path, bool WatchForChanges);
