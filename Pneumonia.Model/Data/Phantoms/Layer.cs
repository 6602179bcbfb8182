namespace Pneumonia.Model.Data.Phantoms;

/// <summary>A square of values over the body: x from -1 (the image's left, the patient's right) to 1, y from -1 (top) to
/// 1.</summary>
internal sealed class Layer
{
    public Layer(int size, float value = 0)
    {
        Size = size;
        Values = new float[size * size];
        Array.Fill(Values, value);
    }

    /// <summary>Columns and rows.</summary>
    public int Size { get; }

    /// <summary>Row-major values.</summary>
    public float[] Values { get; }

    /// <summary>The values of a row.</summary>
    public Span<float> Row(int row) => Values.AsSpan(row * Size, Size);

    /// <summary>Body coordinate of a column's or row's centre.</summary>
    public float Coordinate(int index) => (2 * index + 1f) / Size - 1;

    /// <summary>The column or row nearest to a body coordinate, within the layer.</summary>
    public int Index(float coordinate) => Math.Clamp((int)((coordinate + 1) * Size / 2), 0, Size - 1);

    /// <summary>Value between the four nearest centres, at a position in columns and rows; 0 outside.</summary>
    public float Sample(float column, float row)
    {
        var (x, y) = ((int)column, (int)row);
        if (column < 0 || row < 0 || x >= Size - 1 || y >= Size - 1)
        {
            return 0;
        }

        var (fx, fy) = (column - x, row - y);
        var at = y * Size + x;
        var top = Values[at] + fx * (Values[at + 1] - Values[at]);
        var bottom = Values[at + Size] + fx * (Values[at + Size + 1] - Values[at + Size]);
        return top + fy * (bottom - top);
    }
}
