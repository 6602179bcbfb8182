namespace Pneumonia.Blazor.Api;

/// <summary>Addresses of the HTTP API.</summary>
internal static class ApiRoutes
{
    public const string Root = "/api/v1";

    /// <summary>The API's description, OpenAPI 3.1.</summary>
    public const string Description = "/openapi/v1.json";

    public static bool IsApi(PathString path) => path.StartsWithSegments("/api", StringComparison.Ordinal);

    public static string Job(string id) => $"{Root}/jobs/{id}";

    public static string Study(string id) => $"{Root}/studies/{id}";

    public static string Readings(string studyId) => $"{Study(studyId)}/readings";

    public static string Corrections(string studyId) => $"{Study(studyId)}/corrections";

    public static string Notes(string studyId) => $"{Study(studyId)}/notes";
}
