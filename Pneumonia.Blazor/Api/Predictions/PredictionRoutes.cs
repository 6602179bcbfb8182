using Microsoft.AspNetCore.Mvc;
using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Api.Studies;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Api.Predictions;

/// <summary><c>POST /predictions</c>.</summary>
internal static class PredictionRoutes
{
    // Beside the file, the form's own text.
    private const long MostBytes = Limits.BytesPerFile + (64 * 1024);

    public static void MapPredictions(this IEndpointRouteBuilder api) =>
        api.MapPost("/predictions", (UploadedImage upload, PredictionHandler handler, StorageTransaction within, CancellationToken cancellation,
            [AsParameters] PredictionRequest request) => handler.AnswerAsync(upload, request, within, cancellation))
            .AddEndpointFilter<IdempotencyFilter>()
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .WithName("predict")
            .WithTags("Predictions")
            .WithSummary("Answers for one X-ray and stores it as a study.")
            .Accepts<ImageForm>("multipart/form-data")
            .Produces<StudyAnswer>(StatusCodes.Status201Created)
            .ProducesProblems(400, 413, 415, 422, 507);
}
