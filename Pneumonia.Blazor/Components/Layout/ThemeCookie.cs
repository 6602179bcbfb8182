namespace Pneumonia.Blazor.Components.Layout;

/// <summary>The theme, as the visitor chose it last. The choice is a cookie that <c>theme.js</c> writes, so that a page comes in its theme
/// from the first byte on.</summary>
internal static class ThemeCookie
{
    private const string Name = "theme";

    /// <summary>The choice in a request; the reading room where there is none.</summary>
    public static ThemeChoice Of(HttpRequest request) =>
        Enum.GetValues<ThemeChoice>().FirstOrDefault(choice => request.Cookies[Name] == Value(choice));

    /// <summary>How a choice is written, in the cookie and on the page's root.</summary>
    public static string Value(ThemeChoice choice) => choice.ToString().ToLowerInvariant();
}
