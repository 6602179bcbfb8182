namespace Pneumonia.Blazor.Api.Idempotency;

/// <summary>An argument of an operation that comes from the request's body.</summary>
internal interface IAsking
{
    /// <summary>All that it asks, beside the address: a key must not serve for anything else.</summary>
    IEnumerable<string?> Asked { get; }
}
