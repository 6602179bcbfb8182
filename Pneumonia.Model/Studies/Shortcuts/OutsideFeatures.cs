using Pneumonia.Core.Lungs;

namespace Pneumonia.Model.Studies.Shortcuts;

/// <summary>What an X-ray tells outside of the lungs and of what lies between them: markers, text, collimation, borders, tone.</summary>
internal static class OutsideFeatures
{
    private const int Bins = 16;
    private const int Border = 4;
    private const int BorderParts = 8;
    private const int Cells = 14;
    private const int Grown = 2;
    private static readonly int[] s_distances = [1, 2, 4];

    /// <summary>Measures one image.</summary>
    /// <param name="grey">The whole image: row-major grey levels from 0 to 1.</param>
    /// <param name="side">Columns and rows; 64 or more.</param>
    /// <param name="lungs">Its lung fields.</param>
    /// <returns>16 shares of the outside by grey level, 32 mean levels along the edges, 116 of cells around the lungs, the box of the lungs, 3
    /// logarithms of a mean squared difference, and the outside's share.</returns>
    public static float[] Of(ReadOnlySpan<float> grey, int side, LungField lungs)
    {
        var outside = Outside(lungs);
        bool IsOutside(int x, int y) => outside[y * LungField.Side / side, x * LungField.Side / side];
        var shares = new float[Bins];
        var (sums, counts) = (new float[Cells, Cells], new int[Cells, Cells]);
        var edges = new float[4 * BorderParts];
        var (squares, pairs) = (new double[s_distances.Length], new int[s_distances.Length]);
        var all = 0;
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var level = grey[(y * side) + x];
                AddToEdges(edges, x, y, side, level);
                if (!IsOutside(x, y))
                {
                    continue;
                }

                all++;
                shares[Math.Clamp((int)(level * Bins), 0, Bins - 1)]++;
                sums[y * Cells / side, x * Cells / side] += level;
                counts[y * Cells / side, x * Cells / side]++;
                foreach (var (i, distance) in s_distances.Index())
                {
                    if (x >= distance)
                    {
                        squares[i] += Math.Pow(level - grey[(y * side) + x - distance], 2);
                        pairs[i]++;
                    }
                }
            }
        }

        var per = Border * (side / (float)BorderParts);
        return
        [
            .. shares.Select(share => share / Math.Max(1, all)),
            .. edges.Select(sum => sum / per),
            .. Ring().Select(cell => counts[cell.Y, cell.X] == 0 ? 0.5f : sums[cell.Y, cell.X] / counts[cell.Y, cell.X]),
            (float)lungs.Box.Left, (float)lungs.Box.Top, (float)lungs.Box.Right, (float)lungs.Box.Bottom,
            .. squares.Select((sum, i) => (float)Math.Log((sum / Math.Max(1, pairs[i])) + 1e-6)),
            all / (float)(side * side),
        ];
    }

    // What lies between the lungs is inside, and so is a narrow rim around them.
    private static bool[,] Outside(LungField lungs)
    {
        const int Side = LungField.Side;
        var outside = new bool[Side, Side];
        for (var y = 0; y < Side; y++)
        {
            var (left, right) = (Side, -1);
            for (var row = Math.Max(0, y - Grown); row <= Math.Min(Side - 1, y + Grown); row++)
            {
                var mask = lungs.Mask.Slice(row * Side, Side);
                if (mask.IndexOf(true) is >= 0 and var first)
                {
                    (left, right) = (Math.Min(left, first), Math.Max(right, mask.LastIndexOf(true)));
                }
            }

            for (var x = 0; x < Side; x++)
            {
                outside[y, x] = x < left - Grown || x > right + Grown;
            }
        }

        return outside;
    }

    private static void AddToEdges(float[] edges, int x, int y, int side, float level)
    {
        var (column, row) = (x * BorderParts / side, y * BorderParts / side);
        if (y < Border)
        {
            edges[column] += level;
        }

        if (y >= side - Border)
        {
            edges[BorderParts + column] += level;
        }

        if (x < Border)
        {
            edges[(2 * BorderParts) + row] += level;
        }

        if (x >= side - Border)
        {
            edges[(3 * BorderParts) + row] += level;
        }
    }

    // Of 14 x 14 cells three rows above and below, two columns to either side.
    private static IEnumerable<(int X, int Y)> Ring() =>
        from y in Enumerable.Range(0, Cells)
        from x in Enumerable.Range(0, Cells)
        where y is < 3 or >= Cells - 3 || x is < 2 or >= Cells - 2
        select (x, y);
}
