namespace Pneumonia.Model.Networks.Mobile;

/// <summary>A row of the table that defines a network of inverted bottlenecks.</summary>
/// <param name="Expansion">Channels inside a block per channel of its input.</param>
/// <param name="Kernel">Side of the depthwise convolution.</param>
/// <param name="Stride">Stride of the first block.</param>
/// <param name="Channels">Output channels.</param>
/// <param name="Blocks">How many blocks.</param>
internal readonly record struct StageShape(int Expansion, int Kernel, int Stride, int Channels, int Blocks);
