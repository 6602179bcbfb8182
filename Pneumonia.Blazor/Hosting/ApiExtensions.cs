using System.Text.Json;
using System.Text.Json.Serialization;
using Pneumonia.Blazor.Api;
using Pneumonia.Blazor.Api.Feedback;
using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Api.Jobs;
using Pneumonia.Blazor.Api.Models;
using Pneumonia.Blazor.Api.Predictions;
using Pneumonia.Blazor.Api.Studies;
using Pneumonia.Blazor.Texts;

namespace Pneumonia.Blazor.Hosting;

internal static class ApiExtensions
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            // Routing refuses a content type by itself, and without a word.
            if (context.ProblemDetails is { Status: StatusCodes.Status415UnsupportedMediaType, Detail: null })
            {
                context.ProblemDetails.Detail = Refusals.Tell("Send images as multipart/form-data, in fields 'file', and all else as application/json.");
            }

            context.ProblemDetails.Title = Refusals.TellStored(context.ProblemDetails.Title);
        })
        .AddExceptionHandler<ApiExceptionHandler>()
        .AddExceptionHandler<WrongRequests>()
        .AddSingleton<PredictionHandler>()
        .AddSingleton<SaliencyService>()
        .AddSingleton<FeedbackHandler>()
        .AddSingleton<JobUpload>()
        .AddSingleton<JobHandler>()
        .AddSingleton<ModelHandler>()
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

                // No database stores it, and nobody means it.
                return context.Arguments.OfType<IAsking>().SelectMany(asking => asking.Asked).Any(text => text?.Contains('\0') == true)
                    ? throw new RequestRefusedException(StatusCodes.Status400BadRequest, "A text holds no character NUL.")
                    : next(context);
            });
        api.MapPredictions();
        api.MapStudies();
        api.MapFeedback();
        api.MapJobs();
        api.MapModels();
        api.MapWrongAddresses();
    }
}
