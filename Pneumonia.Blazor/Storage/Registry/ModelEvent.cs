namespace Pneumonia.Blazor.Storage.Registry;

/// <summary>A change of the model in service.</summary>
/// <param name="Version">SHA-256 of the weights of the model that is live from then on.</param>
/// <param name="Name">That model's name.</param>
/// <param name="Kind">How it came to that.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Note">Why; null where nobody said.</param>
public sealed record ModelEvent(string Version, string Name, ModelEventKind Kind, DateTimeOffset At, string? Note);
