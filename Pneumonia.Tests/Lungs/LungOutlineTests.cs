using Pneumonia.Core.Lungs;

namespace Pneumonia.Tests.Lungs;

public sealed class LungOutlineTests
{
    [Fact]
    public void Each_lung_has_one_line_that_encloses_its_pixels()
    {
        var field = Chest.Field();
        var lines = LungOutline.Of(field);

        Assert.Equal(2, lines.Count);
        Assert.Equal(field.Area, lines.Sum(Area), 1e-9);
    }

    [Fact]
    public void Lines_have_corners_only_where_they_turn()
    {
        var probabilities = new float[128 * 128];
        for (var y = 20; y < 100; y++)
        {
            probabilities.AsSpan(y * 128 + 30, 40).Fill(1);
        }

        OutlinePoint[] box = [new(30 / 128.0, 20 / 128.0), new(70 / 128.0, 20 / 128.0), new(70 / 128.0, 100 / 128.0), new(30 / 128.0, 100 / 128.0)];
        Assert.Equal(box, Assert.Single(LungOutline.Of(LungField.Of(probabilities))));
    }

    // The shoelace formula.
    private static double Area(IReadOnlyList<OutlinePoint> line) => Math.Abs(Enumerable.Range(0, line.Count).Sum(i =>
    {
        var (one, next) = (line[i], line[(i + 1) % line.Count]);
        return one.X * next.Y - next.X * one.Y;
    })) / 2;
}
