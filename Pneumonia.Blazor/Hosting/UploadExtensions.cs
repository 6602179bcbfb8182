using Microsoft.AspNetCore.Mvc;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Blazor.Texts;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Hosting;

internal static class UploadExtensions
{
    private const int Chunk = 64 * 1024;

    /// <summary>Takes the files of open tabs, a file or a part of a larger one a request: the bytes as the body, all else in headers, so that no
    /// address holds a name. The answer to a part is where the next one begins. Nobody but the tab knows its token, which keeps other sites from
    /// sending in its name.</summary>
    public static void MapUploads(this IEndpointRouteBuilder app) => app
        .MapPost("/uploads/{token}", TakeAsync)
        .WithMetadata(new RequestSizeLimitAttribute(Limits.BytesPerFile))
        .DisableAntiforgery();

    private static async Task<IResult> TakeAsync(
        string token,
        [AsParameters] UploadHeaders headers,
        [FromHeader(Name = "Upload-Place")] int? place,
        [FromHeader(Name = "Upload-First")] bool? isFirst,
        UploadDesks desks,
        HttpRequest request,
        CancellationToken cancellation)
    {
        if (desks.Find(token) is not { } desk)
        {
            return Answer(UploadOutcome.Gone);
        }

        var part = headers.Part(request.Body);
        if (!headers.AreNamed || (part is null && !headers.AreOfWhole))
        {
            return Refusal(StatusCodes.Status400BadRequest, UploadHeaders.Needed);
        }

        try
        {
            var (outcome, reached) = part switch
            {
                null => (await TakeWholeAsync(), 0),
                { Offset: 0 } all when all.Length == request.ContentLength => (await TakeWholeAsync(), 0),
                { Length: > Limits.BytesPerFile } => (UploadOutcome.TooLarge, 0),
                { } some => await desk.TakePartAsync(headers.Key, headers.FileName, place ?? 0, isFirst ?? false, some, cancellation),
            };
            return outcome == UploadOutcome.Partly ? Results.Text($"{reached}") : Answer(outcome);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The sender cancelled, the line broke, or there is no room now; where somebody is still there to hear it, it is sent again.
            return Refusal(StatusCodes.Status503ServiceUnavailable, "The file did not come whole.");
        }

        Task<UploadOutcome> TakeWholeAsync() => desk.TakeAsync(headers.Key, place ?? 0, isFirst ?? false, ReadAsync, cancellation);

        async Task<IncomingImage?> ReadAsync(CancellationToken closing)
        {
            var bytes = await BytesAsync(request, closing);
            return bytes is null ? null : new IncomingImage(headers.FileName, bytes.Length, _ => new MemoryStream(bytes));
        }
    }

    // Counted here as well: a body in chunks announces no length.
    private static async Task<byte[]?> BytesAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > Limits.BytesPerFile)
        {
            return null;
        }

        using var whole = new MemoryStream((int)(request.ContentLength ?? Chunk));
        var part = new byte[Chunk];
        try
        {
            for (int count; (count = await request.Body.ReadAsync(part, cancellation)) > 0;)
            {
                if (whole.Length + count > Limits.BytesPerFile)
                {
                    return null;
                }

                whole.Write(part, 0, count);
            }
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }

        return whole.Length == whole.Capacity ? whole.GetBuffer() : whole.ToArray();
    }

    private static IResult Answer(UploadOutcome outcome) => outcome switch
    {
        UploadOutcome.Taken => Results.NoContent(),
        UploadOutcome.TooLarge => Refusal(StatusCodes.Status413PayloadTooLarge, $"A file has at most {Limits.MegabytesPerFile} MB."),
        UploadOutcome.TabFull => Refusal(StatusCodes.Status409Conflict, $"A tab holds at most {Limits.StudiesPerSession} X-rays."),
        _ => Refusal(StatusCodes.Status404NotFound, "No open tab takes files at this address."),
    };

    private static IResult Refusal(int status, UserText sentence) => Results.Text(Refusals.Tell(sentence), statusCode: status);
}
