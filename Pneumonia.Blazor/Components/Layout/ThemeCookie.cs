namespace Pneumonia.Blazor.Components.Layout;

/// <summary>Dark or light, as the visitor chose it last. The choice is a cookie that <c>theme.js</c> writes, so that a page comes in its
/// theme from the first byte on.</summary>
internal static class ThemeCookie
{
    public const string Dark = "dark";
    public const string Light = "light";

    private const string Name = "theme";

    public static string Of(HttpRequest request) => request.Cookies[Name] == Light ? Light : Dark;
}
