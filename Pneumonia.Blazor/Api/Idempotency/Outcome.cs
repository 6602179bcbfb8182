namespace Pneumonia.Blazor.Api.Idempotency;

/// <summary>What came of a request that stores something. It is told once it is durable, by <see cref="IdempotencyFilter"/>.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">What is told.</param>
/// <param name="Location">Address of what was made; empty where nothing was.</param>
internal sealed record Outcome(int Status, object Body, string Location = "") : IResult
{
    /// <summary>Never: without the filter nothing would be durable.</summary>
    public Task ExecuteAsync(HttpContext httpContext) =>
        throw new InvalidOperationException($"{nameof(IdempotencyFilter)} is missing around this operation.");
}
