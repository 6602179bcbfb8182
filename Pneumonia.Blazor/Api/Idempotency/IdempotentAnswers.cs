using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Idempotency;

namespace Pneumonia.Blazor.Api.Idempotency;

/// <summary>Answers requests that store something. One that is repeated with its <c>Idempotency-Key</c> gets the first one's
/// answer, and nothing is stored again.</summary>
internal sealed class IdempotentAnswers(
    IIdempotencyStore answers, StorageOptions storage, IOptions<JsonOptions> json, TimeProvider clock)
{
    /// <param name="context">The request.</param>
    /// <param name="status">Status of the answer.</param>
    /// <param name="asked">All that was asked beside the address: the key must not serve for anything else.</param>
    /// <param name="make">Makes the answer, and says how it is stored.</param>
    public Task<IResult> AnswerAsync<T>(HttpContext context, int status, IReadOnlyList<string?> asked, Func<Task<UnstoredAnswer<T>>> make)
        where T : notnull => AnswerAsync(context, status, asked, async (seal, kept) =>
    {
        var made = await make();
        var answer = seal(made.Location, made.Body);
        await made.StoreAsync(kept ? answer : null);
        return answer;
    });

    /// <summary>As the other, for an answer that is known only when what it speaks of is stored.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">Status of the answer.</param>
    /// <param name="asked">All that was asked beside the address.</param>
    /// <param name="store">Does what is asked, and stores with it the answer that the first argument makes of an address, which may be empty,
    /// and a body; that only where the second is true. Returns the answer.</param>
    public async Task<IResult> AnswerAsync(
        HttpContext context, int status, IReadOnlyList<string?> asked, Func<Func<string, object, StoredAnswer>, bool, Task<StoredAnswer>> store)
    {
        var (key, hash) = (IdempotencyKey.Of(context.Request), HashOf(context.Request, asked));
        if (key is not null && await answers.FindAsync(key) is { } earlier)
        {
            return Replay(context, earlier, hash);
        }

        try
        {
            return Write(context, await store(Seal, key is not null));
        }
        catch (KeyTakenException)
        {
            // The same request came in twice at once, and the other one was first.
            return Replay(context, await answers.FindAsync(key!) ?? throw new InvalidOperationException("An answer has gone."), hash);
        }

        StoredAnswer Seal(string location, object body) => new(
            key ?? string.Empty, hash, status, location, JsonSerializer.Serialize(body, json.Value.SerializerOptions),
            clock.GetUtcNow() + storage.IdempotencyAge);
    }

    private static string HashOf(HttpRequest request, IReadOnlyList<string?> asked)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in asked.Prepend(request.QueryString.Value).Prepend(request.Path.Value))
        {
            // Hashed one by one, so that no text runs into the next.
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(text ?? string.Empty)));
        }

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
        context.Response.Headers.Location = answer.Location.Length > 0 ? answer.Location : default;
        return TypedResults.Text(answer.Body, "application/json", Encoding.UTF8, answer.Status);
    }
}
