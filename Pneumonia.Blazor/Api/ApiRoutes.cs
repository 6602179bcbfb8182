namespace Pneumonia.Blazor.Api;

/// <summary>Addresses of the HTTP API.</summary>
internal static class ApiRoutes
{
    public const string Root = "/api/v1";

    public static bool IsApi(PathString path) => path.StartsWithSegments("/api", StringComparison.Ordinal);

    public static string Study(string id) => $"{Root}/studies/{id}";
}
