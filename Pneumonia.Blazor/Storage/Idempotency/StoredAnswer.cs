namespace Pneumonia.Blazor.Storage.Idempotency;

/// <summary>The answer to a request with an <c>Idempotency-Key</c>, kept for its repetition. The store does not look into it.</summary>
/// <param name="Key">The key, as the client chose it.</param>
/// <param name="RequestHash">SHA-256 of what was asked: the key must not serve for anything else.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Location">Address of what was made; empty where nothing was.</param>
/// <param name="Body">JSON.</param>
/// <param name="Expires">When it is forgotten.</param>
public sealed record StoredAnswer(string Key, string RequestHash, int Status, string Location, string Body, DateTimeOffset Expires);
