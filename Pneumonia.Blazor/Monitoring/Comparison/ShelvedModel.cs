namespace Pneumonia.Blazor.Monitoring.Comparison;

/// <summary>A model that can be looked at.</summary>
/// <param name="Version">SHA-256 of its weights.</param>
/// <param name="Name">Its name.</param>
public sealed record ShelvedModel(string Version, string Name)
{
    /// <summary>Name and short version.</summary>
    public string Title => $"{Name} {Version[..Math.Min(8, Version.Length)]}";
}
