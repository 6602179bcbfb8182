using Pneumonia.Blazor.Storage.Idempotency;

namespace Pneumonia.Blazor.Api.Idempotency;

/// <summary>An answer that is ready, and how it becomes true.</summary>
/// <param name="Location">Address of what is stored.</param>
/// <param name="Body">The answer.</param>
/// <param name="StoreAsync">Stores what it speaks of, and the answer where it is given one.</param>
internal sealed record UnstoredAnswer<T>(string Location, T Body, Func<StoredAnswer?, Task> StoreAsync);
