namespace Pneumonia.Model.Networks.Layers;

/// <summary>What every architecture lets one choose.</summary>
/// <param name="Classes">Number of logits, 2 or more.</param>
/// <param name="InputChannels">Channels of the input image: 1 for grey.</param>
/// <param name="Dropout">Probability by which a pooled feature is dropped in training, 0 to 1.</param>
/// <param name="Views">Views of an X-ray, one above the other in an image, that the backbone sees each by itself; 1 or more.</param>
public sealed record NetworkOptions(int Classes, int InputChannels = 1, double Dropout = 0, int Views = 1);
