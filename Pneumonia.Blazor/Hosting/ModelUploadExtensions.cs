using Microsoft.AspNetCore.Mvc;
using Pneumonia.Blazor.Models;
using Pneumonia.Blazor.Storage.Registry;

namespace Pneumonia.Blazor.Hosting;

internal static class ModelUploadExtensions
{
    private const int LongestPart = 8 << 20;

    /// <summary>Takes the model zips of open pages in parts: the bytes as the body, all else in headers. The answer is where the next part
    /// begins. Nobody but the page knows its token, which keeps other sites from sending in its name.</summary>
    public static void MapModelUploads(this IEndpointRouteBuilder app) => app
        .MapPost("/model-uploads/{token}", TakeAsync)
        .WithMetadata(new RequestSizeLimitAttribute(LongestPart))
        .DisableAntiforgery();

    private static async Task<IResult> TakeAsync(
        string token,
        [AsParameters] UploadHeaders headers,
        IncomingModels models,
        HttpRequest request,
        CancellationToken cancellation)
    {
        if (models.Find(token) is not { } model)
        {
            return Results.Text("No open page takes a model at this address.", statusCode: StatusCodes.Status404NotFound);
        }

        if (!headers.AreNamed || headers.Part(request.Body) is not { } part)
        {
            return Results.Text("Send Upload-Key, Upload-Name, Upload-Length and Upload-Offset.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (part.Length > ModelZipLimits.Bytes)
        {
            return Results.Text($"A model zip has at most {ModelZipLimits.Bytes >> 20} MB.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            return Results.Text((await model.TakeAsync(headers.Key, headers.FileName, part, cancellation)).ToString());
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException or ObjectDisposedException)
        {
            return Results.Text("The part did not come whole.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
