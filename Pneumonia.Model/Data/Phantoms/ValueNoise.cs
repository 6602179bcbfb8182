namespace Pneumonia.Model.Data.Phantoms;

/// <summary>Smooth noise: random values on a coarse grid, smoothly interpolated between.</summary>
internal static class ValueNoise
{
    /// <summary>One octave.</summary>
    /// <param name="size">Columns and rows.</param>
    /// <param name="cells">Grid cells across.</param>
    /// <param name="random">Source of the grid's values, uniform from -1 to 1.</param>
    public static Layer Draw(int size, int cells, Random random)
    {
        var layer = new Layer(size);
        Add(layer, cells, 1, random);
        return layer;
    }

    /// <summary>Several octaves, each with twice the cells and half the height of the one before.</summary>
    public static Layer DrawOctaves(int size, int cells, int octaves, Random random)
    {
        var layer = new Layer(size);
        for (var octave = 0; octave < octaves; octave++)
        {
            Add(layer, cells << octave, 1f / (1 << octave), random);
        }

        return layer;
    }

    private static void Add(Layer layer, int cells, float height, Random random)
    {
        var grid = new float[(cells + 1) * (cells + 1)];
        for (var i = 0; i < grid.Length; i++)
        {
            grid[i] = random.Around(0, height);
        }

        var (cell, fraction) = Positions(layer.Size, cells);
        var line = new float[cells + 1];
        for (var row = 0; row < layer.Size; row++)
        {
            for (var i = 0; i <= cells; i++)
            {
                var above = grid[cell[row] * (cells + 1) + i];
                line[i] = above + fraction[row] * (grid[(cell[row] + 1) * (cells + 1) + i] - above);
            }

            var values = layer.Row(row);
            for (var column = 0; column < values.Length; column++)
            {
                var left = line[cell[column]];
                values[column] += left + fraction[column] * (line[cell[column] + 1] - left);
            }
        }
    }

    private static (int[] Cell, float[] Fraction) Positions(int size, int cells)
    {
        var (cell, fraction) = (new int[size], new float[size]);
        for (var i = 0; i < size; i++)
        {
            var position = (float)i * cells / size;
            cell[i] = (int)position;
            fraction[i] = Smooth.Step(2 * (position - cell[i]) - 1, 1);
        }

        return (cell, fraction);
    }
}
