using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pneumonia.Blazor.Api;

internal static class ApiExtensions
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddProblemDetails()
        .AddExceptionHandler<ApiExceptionHandler>()
        .AddSingleton<PredictionEndpoint>()
        .ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(ApiRoutes.Root);
        api.MapPredictions();
        api.MapStudies();
    }
}
