namespace Pneumonia.Core.Package;

/// <summary>What a model's prediction engine is asked.</summary>
public sealed class XRayFile
{
    /// <summary>Path of an X-ray image.</summary>
    public string ImagePath { get; set; } = "";
}
