namespace Pneumonia.Core.Lungs;

/// <summary>The edge of each lung as a closed line, in shares of the image's width and height: 0, 0 is its upper left corner.</summary>
public static class LungOutline
{
    // Right, down, left, up: the way along the edges of pixels with the lung to the right of whoever walks.
    private static readonly (int X, int Y)[] s_ways = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    /// <summary>One line for each connected part, corner by corner; its first corner is not repeated.</summary>
    /// <param name="field">The lung fields.</param>
    public static IReadOnlyList<IReadOnlyList<OutlinePoint>> Of(LungField field) =>
        [.. MaskParts.Of(field.Mask, LungField.Side).Select(part => Walk([.. part], part.Min()))];

    // Begun at the upper left corner of the first pixel of the part's first row, which has nothing above and nothing to its left.
    private static List<OutlinePoint> Walk(HashSet<int> part, int first)
    {
        var (startX, startY) = (first % LungField.Side, first / LungField.Side);
        var (x, y, way) = (startX, startY, 0);
        List<OutlinePoint> corners = [];
        do
        {
            var (ahead, left) = (s_ways[way], s_ways[(way + 3) % 4]);
            if (IsIn(part, x, y, ahead, left))
            {
                way = (way + 3) % 4;
                corners.Add(At(x, y));
            }
            else if (!IsIn(part, x, y, ahead, (-left.X, -left.Y)))
            {
                way = (way + 1) % 4;
                corners.Add(At(x, y));
            }

            (x, y) = (x + s_ways[way].X, y + s_ways[way].Y);
        }
        while ((x, y) != (startX, startY));

        corners.Insert(0, At(startX, startY));
        return corners;
    }

    // Whether the pixel ahead of a corner, to one side of the way, belongs to the part.
    private static bool IsIn(HashSet<int> part, int x, int y, (int X, int Y) ahead, (int X, int Y) side)
    {
        var (column, row) = (x + (ahead.X + side.X - 1) / 2, y + (ahead.Y + side.Y - 1) / 2);
        return column is >= 0 and < LungField.Side && row is >= 0 and < LungField.Side && part.Contains(row * LungField.Side + column);
    }

    private static OutlinePoint At(int x, int y) => new(x / (double)LungField.Side, y / (double)LungField.Side);
}
