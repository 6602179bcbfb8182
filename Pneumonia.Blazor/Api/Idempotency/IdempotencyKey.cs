namespace Pneumonia.Blazor.Api.Idempotency;

/// <summary>The header with which a client may repeat a request without doing twice what it asks for.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>Says that an answer is a repetition.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    private const int Longest = 255;

    /// <summary>The request's key; null where it has none.</summary>
    /// <exception cref="RequestRefusedException">It is no key.</exception>
    public static string? Of(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var values))
        {
            return null;
        }

        var key = values.ToString();
        return key.Length is > 0 and <= Longest && key.All(c => c is >= '!' and <= '~')
            ? key
            : throw new RequestRefusedException(
                StatusCodes.Status400BadRequest, $"An {Header} has 1 to {Longest} characters, without blanks.");
    }
}
