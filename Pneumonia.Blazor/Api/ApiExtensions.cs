using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pneumonia.Blazor.Api;

internal static class ApiExtensions
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            // Routing refuses a content type by itself, and without a word.
            if (context.ProblemDetails is { Status: StatusCodes.Status415UnsupportedMediaType, Detail: null })
            {
                context.ProblemDetails.Detail = "Send images as multipart/form-data, in fields 'file', and all else as application/json.";
            }
        })
        .AddExceptionHandler<ApiExceptionHandler>()
        .AddSingleton<IdempotentAnswers>()
        .AddSingleton<PredictionEndpoint>()
        .AddSingleton<SaliencyService>()
        .AddSingleton<FeedbackEndpoint>()
        .AddSingleton<JobUpload>()
        .AddSingleton<JobEndpoint>()
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
        .ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(ApiRoutes.Root)
            .ProducesProblems(StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable)
            .AddEndpointFilter((context, next) =>
            {
                // Answers speak of patients.
                context.HttpContext.Response.Headers.CacheControl = "no-store";
                return next(context);
            });
        api.MapPredictions();
        api.MapStudies();
        api.MapJobs();
        api.MapModels();
        api.MapWrongAddresses();
    }

    /// <summary>Says in the API's description that an operation may answer with problem details of these statuses.</summary>
    public static TBuilder ProducesProblems<TBuilder>(this TBuilder builder, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(
            [.. statuses.Select(status => new ProducesResponseTypeMetadata(
                status, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), ["application/problem+json"]))]);
}
