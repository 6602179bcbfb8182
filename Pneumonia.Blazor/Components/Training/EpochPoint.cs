namespace Pneumonia.Blazor.Components.Training;

/// <summary>A value of an epoch.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Value">The value.</param>
public sealed record EpochPoint(int Epoch, double Value);
