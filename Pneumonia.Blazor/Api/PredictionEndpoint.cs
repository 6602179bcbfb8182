using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Idempotency;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.Api;

/// <summary>Takes an image, answers with the model's prediction, and has stored both by then. A request that is repeated with its
/// <c>Idempotency-Key</c> gets the first one's answer.</summary>
internal sealed class PredictionEndpoint(
    DiagnosisService diagnoses,
    StudyIntake intake,
    IIdempotencyStore answers,
    StorageOptions storage,
    IOptions<JsonOptions> json,
    TimeProvider clock)
{
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        var key = IdempotencyKey.Of(context.Request);
        var upload = await UploadedImage.ReadAsync(context.Request, context.RequestAborted);
        var hash = HashOf(upload);
        if (key is not null && await answers.FindAsync(key) is { } earlier)
        {
            return Replay(context, earlier, hash);
        }

        var (image, prediction) = await diagnoses.PredictAsync(upload.FileName, upload.Bytes, context.RequestAborted);
        var study = intake.Describe(upload.FileName, upload.Bytes, image, prediction, StudySource.Api, upload.Patient);
        var answer = new StoredAnswer(
            key ?? string.Empty,
            hash,
            StatusCodes.Status201Created,
            ApiRoutes.Study(study.Id),
            JsonSerializer.Serialize(StudyAnswer.Of(study), json.Value.SerializerOptions),
            clock.GetUtcNow() + storage.IdempotencyAge);
        if (await intake.KeepAsync(study, upload.Bytes, key is null ? null : answer))
        {
            return Write(context, answer);
        }

        // The same request came in twice at once, and the other one was first.
        return Replay(context, await answers.FindAsync(key!) ?? throw new InvalidOperationException("An answer has gone."), hash);
    }

    private static string HashOf(UploadedImage upload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SHA256.HashData(upload.Bytes));
        hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(upload.FileName)));
        hash.AppendData(Encoding.UTF8.GetBytes(upload.Patient ?? string.Empty));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IResult Replay(HttpContext context, StoredAnswer answer, string hash)
    {
        if (answer.RequestHash != hash)
        {
            throw new RequestRefusedException(
                StatusCodes.Status422UnprocessableEntity, $"This {IdempotencyKey.Header} was used for another request.");
        }

        context.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        return Write(context, answer);
    }

    private static IResult Write(HttpContext context, StoredAnswer answer)
    {
        context.Response.Headers.Location = answer.Location;
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(answer.Body, "application/json", Encoding.UTF8, answer.Status);
    }
}
