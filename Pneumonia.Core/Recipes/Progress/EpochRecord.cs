namespace Pneumonia.Core.Recipes.Progress;

/// <summary>What an epoch came to.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="Loss">Mean training loss.</param>
/// <param name="HeldOut">Metrics on the held-out patients.</param>
/// <param name="Train">Metrics on the training set, when asked for.</param>
/// <param name="ImagesPerSecond">Training images per second, augmentation and optimiser included.</param>
public sealed record EpochRecord(int Epoch, double Loss, ValidationMetrics HeldOut, ValidationMetrics? Train, double ImagesPerSecond);
