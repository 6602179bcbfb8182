namespace Pneumonia.Torch;

/// <summary>Height and width of a kernel, stride, padding, dilation or image. One number stands for both.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
public readonly record struct Size2D(long Height, long Width)
{
    /// <summary>The same number for both.</summary>
    public static implicit operator Size2D(long side) => new(side, side);

    /// <summary>Height, then width.</summary>
    public static implicit operator Size2D((int Height, int Width) size) => new(size.Height, size.Width);

    /// <summary>Height, then width.</summary>
    public static implicit operator Size2D((long Height, long Width) size) => new(size.Height, size.Width);
}
