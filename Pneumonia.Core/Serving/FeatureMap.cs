namespace Pneumonia.Core.Serving;

/// <summary>A feature map of one image.</summary>
/// <param name="Channels">Its channels.</param>
/// <param name="Height">Its rows.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Values">Channel by channel, each row-major.</param>
public sealed record FeatureMap(int Channels, int Height, int Width, float[] Values);
