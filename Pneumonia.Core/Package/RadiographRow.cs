namespace Pneumonia.Core.Package;

/// <summary>What <see cref="RadiographMapping"/> reads. Its property names are column names.</summary>
public sealed class RadiographRow
{
    /// <summary>The image's path.</summary>
    public string ImagePath { get; set; } = "";

    /// <summary>How to prepare it, as text.</summary>
    public string Preprocessing { get; set; } = "";
}
