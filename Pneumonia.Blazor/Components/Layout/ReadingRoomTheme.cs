using MudBlazor;

namespace Pneumonia.Blazor.Components.Layout;

/// <summary>The looks of the pages. The reading room is near-black, so that the X-ray is the brightest thing on the screen; the light one is
/// for bright offices; the high-contrast one for eyes that need it. One accent for what can be used, one signal colour for what must be
/// seen. <c>app.css</c> gives these colours the short names that the components' styles use.</summary>
internal static class ReadingRoomTheme
{
    private static readonly Typography s_typography = new()
    {
        Default = new DefaultTypography { FontFamily = ["system-ui", "Segoe UI", "Roboto", "Helvetica Neue", "sans-serif"], FontSize = "0.9375rem", LineHeight = "1.5" },
        Button = new ButtonTypography { TextTransform = "none", FontWeight = "500", FontSize = "0.9375rem" },
    };

    private static readonly LayoutProperties s_layout = new() { DefaultBorderRadius = "6px", DrawerWidthLeft = "13rem" };

    /// <summary>The theme of a choice.</summary>
    public static MudTheme Of(ThemeChoice choice) => new()
    {
        PaletteDark = choice == ThemeChoice.Contrast ? Contrast() : Dark(),
        PaletteLight = Light(),
        Typography = s_typography,
        LayoutProperties = s_layout,
    };

    private static PaletteDark Dark() => new()
    {
        Background = "#0a0b0c",
        Surface = "#111315",
        BackgroundGray = "#191c1f",
        DrawerBackground = "#111315",
        AppbarBackground = "#111315",
        AppbarText = "#e8eaec",
        DrawerText = "#9ba3aa",
        DrawerIcon = "#9ba3aa",
        TextPrimary = "#e8eaec",
        TextSecondary = "#9ba3aa",
        TextDisabled = "#5d666e",
        ActionDefault = "#9ba3aa",
        ActionDisabled = "#5d666e",
        LinesDefault = "#24282c",
        LinesInputs = "#636b73",
        Divider = "#24282c",
        TableLines = "#24282c",
        Primary = "#7fb9c6",
        PrimaryContrastText = "#0a0b0c",
        Secondary = "#e9a763",
        SecondaryContrastText = "#0a0b0c",
        Warning = "#e9a763",
        WarningContrastText = "#0a0b0c",
        Error = "#f08a80",
        ErrorContrastText = "#0a0b0c",
        Success = "#7fb9c6",
        SuccessContrastText = "#0a0b0c",
        Info = "#7fb9c6",
        InfoContrastText = "#0a0b0c",
        OverlayDark = "rgba(10,11,12,0.85)",
    };

    private static PaletteLight Light() => new()
    {
        Background = "#f3f5f6",
        Surface = "#ffffff",
        BackgroundGray = "#e8ecef",
        DrawerBackground = "#ffffff",
        AppbarBackground = "#ffffff",
        AppbarText = "#14181b",
        DrawerText = "#505b64",
        DrawerIcon = "#505b64",
        TextPrimary = "#14181b",
        TextSecondary = "#505b64",
        TextDisabled = "#87929b",
        ActionDefault = "#505b64",
        ActionDisabled = "#87929b",
        LinesDefault = "#d8dee2",
        LinesInputs = "#7e8890",
        Divider = "#d8dee2",
        TableLines = "#d8dee2",
        Primary = "#0f6577",
        PrimaryContrastText = "#ffffff",
        Secondary = "#985000",
        SecondaryContrastText = "#ffffff",
        Warning = "#985000",
        WarningContrastText = "#ffffff",
        Error = "#b3261e",
        ErrorContrastText = "#ffffff",
        Success = "#0f6577",
        SuccessContrastText = "#ffffff",
        Info = "#0f6577",
        InfoContrastText = "#ffffff",
        OverlayDark = "rgba(243,245,246,0.88)",
    };

    private static PaletteDark Contrast()
    {
        var palette = Dark();
        palette.Background = palette.Surface = palette.DrawerBackground = palette.AppbarBackground = "#000000";
        palette.BackgroundGray = "#1a1a1a";
        palette.TextPrimary = palette.TextSecondary = palette.AppbarText = palette.DrawerText = palette.DrawerIcon = "#ffffff";
        palette.ActionDefault = palette.LinesInputs = palette.LinesDefault = palette.Divider = palette.TableLines = "#ffffff";
        palette.TextDisabled = palette.ActionDisabled = "#c8c8c8";
        palette.Primary = palette.Info = palette.Success = "#7fe3ff";
        palette.Secondary = palette.Warning = "#ffd23f";
        palette.Error = "#ff9a90";
        return palette;
    }
}
