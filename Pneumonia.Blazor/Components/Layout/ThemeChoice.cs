namespace Pneumonia.Blazor.Components.Layout;

/// <summary>One of the themes.</summary>
public enum ThemeChoice
{
    /// <summary>The reading room.</summary>
    Dark,

    /// <summary>For bright offices.</summary>
    Light,

    /// <summary>Black, white and two strong colours.</summary>
    Contrast,
}
