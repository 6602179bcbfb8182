using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Idempotency;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Api.Idempotency;

/// <summary>Around every operation that stores something: what its handler writes within the request's <see cref="StorageTransaction"/> and
/// the answer under the request's <c>Idempotency-Key</c> become durable together, and only then is the answer told. A request that is
/// repeated with its key gets the first one's answer, and nothing is stored again.</summary>
internal sealed class IdempotencyFilter(
    IIdempotencyStore answers, StorageOptions storage, IOptions<JsonOptions> json, TimeProvider clock) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var key = IdempotencyKey.Of(http.Request);
        var hash = HashOf(http.Request, context.Arguments.OfType<IAsking>().SelectMany(argument => argument.Asked));
        if (key is not null && await answers.FindAsync(key) is { } earlier)
        {
            return Replay(http, earlier, hash);
        }

        var work = http.RequestServices.GetRequiredService<StorageTransaction>();
        try
        {
            var answer = Seal(key ?? string.Empty, hash, (Outcome)(await next(context))!);
            if (key is not null)
            {
                await answers.AddAsync(answer, work);
            }

            await work.CommitAsync();
            return Write(http, answer);
        }
        catch (Exception fault)
        {
            await work.DisposeAsync();

            // The same request came in twice at once, and the other one was first: what this one found in its way may be what that one did.
            if (key is not null && fault is UserException && await answers.FindAsync(key) is { } first)
            {
                return Replay(http, first, hash);
            }

            throw;
        }
    }

    private StoredAnswer Seal(string key, string hash, Outcome outcome) => new(
        key, hash, outcome.Status, outcome.Location, JsonSerializer.Serialize(outcome.Body, json.Value.SerializerOptions),
        clock.GetUtcNow() + storage.IdempotencyAge);

    private static string HashOf(HttpRequest request, IEnumerable<string?> asked)
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
        context.Response.Headers.Location = answer.Location.Length > 0 ? context.Request.PathBase + answer.Location : default;
        return TypedResults.Text(answer.Body, "application/json", Encoding.UTF8, answer.Status);
    }
}
