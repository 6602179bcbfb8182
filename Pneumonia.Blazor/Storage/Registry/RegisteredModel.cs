namespace Pneumonia.Blazor.Storage.Registry;

/// <summary>A model that was in service once, or is.</summary>
/// <param name="Version">SHA-256 of its weights.</param>
/// <param name="Name">Its name.</param>
/// <param name="File">The zip it came from.</param>
/// <param name="LiveSince">Since when it answers, UTC; null for a model that does not.</param>
public sealed record RegisteredModel(string Version, string Name, string File, DateTimeOffset? LiveSince);
