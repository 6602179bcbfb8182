namespace Pneumonia.Core.Imaging;

/// <summary>A rectangle in an image, in pixels.</summary>
/// <param name="X">Left column.</param>
/// <param name="Y">Top row.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct PixelBox(int X, int Y, int Width, int Height)
{
    /// <summary>Pixels in the rectangle.</summary>
    public long Area => (long)Width * Height;

    /// <summary>Whether a pixel lies in the rectangle.</summary>
    public bool Contains(int x, int y) => x >= X && x < X + Width && y >= Y && y < Y + Height;

    /// <summary>What two rectangles share; empty where they share nothing.</summary>
    public PixelBox Intersect(PixelBox other)
    {
        var (left, top) = (Math.Max(X, other.X), Math.Max(Y, other.Y));
        var (right, bottom) = (Math.Min(X + Width, other.X + other.Width), Math.Min(Y + Height, other.Y + other.Height));
        return new PixelBox(left, top, Math.Max(0, right - left), Math.Max(0, bottom - top));
    }

    /// <summary>The same rectangle in the same image at another size.</summary>
    /// <param name="from">Columns and rows of the image.</param>
    /// <param name="to">Columns and rows of the image at its other size.</param>
    public PixelBox Scale((int Width, int Height) from, (int Width, int Height) to)
    {
        var (left, top) = (At(X, from.Width, to.Width), At(Y, from.Height, to.Height));
        return new PixelBox(left, top, At(X + Width, from.Width, to.Width) - left, At(Y + Height, from.Height, to.Height) - top);
    }

    private static int At(int position, int from, int to) => (int)Math.Round((double)position * to / from);
}
