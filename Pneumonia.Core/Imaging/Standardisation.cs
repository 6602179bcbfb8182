namespace Pneumonia.Core.Imaging;

/// <summary>How grey levels of different machines are brought to one scale.</summary>
public enum Standardisation
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The image's 1st percentile becomes black, its 99th white; what lies beyond is clipped.</summary>
    Percentile,

    /// <summary>Contrast-limited adaptive histogram equalisation (Zuiderveld 1994, "Contrast limited adaptive histogram
    /// equalization", Graphics Gems IV): 8 x 8 tiles, clip limit 2.</summary>
    Clahe,
}
