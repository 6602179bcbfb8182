namespace Pneumonia.Blazor.Serving;

/// <summary>The operator's own model file, <c>Model:Path</c>. It is read and never written: what is promoted lies in the data folder.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Watch">Whether a new file there is taken into service while the app runs.</param>
public sealed record ModelSource(string Path, bool Watch);
