namespace Pneumonia.Blazor.Storage.Registry;

/// <summary>A model that the registry knows.</summary>
/// <param name="Version">SHA-256 of its weights.</param>
/// <param name="Name">Its name.</param>
/// <param name="ZipSha256">SHA-256 of its zip; null for a model of an app that kept no zips.</param>
/// <param name="ZipBytes">Length of its zip; null where that is not kept.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="RegisteredAt">When it was first registered, UTC.</param>
/// <param name="LiveSince">Since when it answers, UTC; null for a model that does not.</param>
public sealed record RegisteredModel(
    string Version, string Name, string? ZipSha256, long? ZipBytes, ModelOrigin Origin, DateTimeOffset RegisteredAt, DateTimeOffset? LiveSince)
{
    /// <summary>The first 8 digits of the version, as the model names itself.</summary>
    public string ShortVersion => Version.Length > 8 ? Version[..8] : Version;

    /// <summary>Whether it answers.</summary>
    public bool IsLive => LiveSince is not null;
}
