namespace Pneumonia.Core.Package;

/// <summary>What <see cref="RadiographMapping"/> writes. Its property name is a column name.</summary>
public sealed class RadiographPixels
{
    /// <summary>The network's input, row-major; a vector of any length, since the type is fixed and the size is the model's.</summary>
    public float[] Pixels { get; set; } = [];
}
