using Microsoft.AspNetCore.Mvc;
using Pneumonia.Blazor.Diagnosing;

namespace Pneumonia.Blazor.Api;

/// <summary><c>POST /predictions</c>.</summary>
internal static class PredictionsApi
{
    // Beside the file, the form's own text.
    private const long MostBytes = Limits.BytesPerFile + (64 * 1024);

    public static void MapPredictions(this IEndpointRouteBuilder api) =>
        api.MapPost("/predictions", (HttpContext context, PredictionEndpoint endpoint) => endpoint.AnswerAsync(context))
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
}
