namespace Pneumonia.Core.Imaging.Bars;

/// <summary>A side of an image.</summary>
internal enum ImageSide
{
    /// <summary>Left.</summary>
    Left,

    /// <summary>Right.</summary>
    Right,

    /// <summary>Top.</summary>
    Top,

    /// <summary>Bottom.</summary>
    Bottom,
}
