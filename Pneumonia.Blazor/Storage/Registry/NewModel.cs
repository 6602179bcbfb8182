namespace Pneumonia.Blazor.Storage.Registry;

/// <summary>A model to register.</summary>
/// <param name="Version">SHA-256 of its weights.</param>
/// <param name="Name">Its name.</param>
/// <param name="ZipSha256">SHA-256 of its zip.</param>
/// <param name="ZipBytes">Length of its zip.</param>
/// <param name="Origin">Where it came from.</param>
public sealed record NewModel(string Version, string Name, string ZipSha256, long ZipBytes, ModelOrigin Origin);
