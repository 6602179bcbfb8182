using Pneumonia.Core;
using Pneumonia.Model.Data.Phantoms;

namespace Pneumonia.Tests.Data.Phantoms;

public class PhantomGeneratorTests
{
    private const int Size = 128;
    private static readonly PhantomGenerator s_generator = new(Size);

    [Fact]
    public void The_same_seed_gives_the_same_phantom_and_another_seed_another()
    {
        Assert.Equal(Draw(1, true).Pixels.ToArray(), Draw(1, true).Pixels.ToArray());
        Assert.Equal(Draw(1, true).Boxes, Draw(1, true).Boxes);
        Assert.NotEqual(Draw(1, true).Pixels.ToArray(), Draw(2, true).Pixels.ToArray());
    }

    [Fact]
    public void Pneumonia_brightens_its_boxes_and_changes_nothing_outside_them_but_traces()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (normal, pneumonia) = (Draw(seed, false), Draw(seed, true));
            Assert.Empty(normal.Boxes);
            Assert.NotEmpty(pneumonia.Boxes);
            var (inside, outside) = (new List<int>(), new List<int>());
            for (var i = 0; i < Size * Size; i++)
            {
                var list = pneumonia.Boxes.Any(box => Contains(box, i % Size, i / Size)) ? inside : outside;
                list.Add(pneumonia.Pixels.Span[i] - normal.Pixels.Span[i]);
            }

            Assert.True(inside.Average() > 4, $"seed {seed}: only {inside.Average():F1} grey levels brighter inside");
            Assert.InRange(outside.Average(), -0.1, 3);
        }
    }

    [Fact]
    public void A_focal_opacity_is_brighter_than_the_other_lung_on_average()
    {
        var contrasts = Enumerable.Range(0, 60).Select(seed => Draw(seed, true))
            .Where(phantom => phantom.Boxes[0].Kind == OpacityKind.Focal)
            .Select(phantom => Mean(phantom, phantom.Boxes[0]) - Mean(phantom, Mirrored(phantom.Boxes[0])));

        Assert.True(contrasts.Average() > 15, $"contrast {contrasts.Average():F1}");
    }

    [Fact]
    public void Boxes_lie_inside_the_image()
    {
        foreach (var box in Enumerable.Range(0, 60).SelectMany(seed => Draw(seed, true).Boxes))
        {
            Assert.InRange(box.X, 0, Size - box.Width);
            Assert.InRange(box.Y, 0, Size - box.Height);
            Assert.InRange(Math.Min(box.Width, box.Height), 4, Size);
        }
    }

    [Fact]
    public void The_borders_do_not_tell_the_classes_apart()
    {
        var normal = Enumerable.Range(0, 100).Select(seed => BorderMean(Draw(seed, false))).Average();
        var pneumonia = Enumerable.Range(1000, 100).Select(seed => BorderMean(Draw(seed, true))).Average();

        Assert.Equal(normal, pneumonia, 4.0);
    }

    [Fact]
    public void Every_phantom_carries_the_burnt_in_word()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var phantom = Draw(seed, seed % 2 == 0);
            Assert.Contains(
                new[] { 2, Size - 9 },
                row => Enumerable.Range(0, Size).Count(column => phantom.Pixels.Span[row * Size + column] == 235) >= 15);
        }
    }

    [Theory]
    [InlineData(63)]
    [InlineData(2049)]
    public void A_size_out_of_range_is_refused(int size) => Assert.Throws<UserException>(() => new PhantomGenerator(size));

    private static Phantom Draw(int seed, bool pneumonia) => s_generator.Draw(new Random(seed), pneumonia);

    private static bool Contains(PhantomBox box, int x, int y) =>
        x >= box.X && x < box.X + box.Width && y >= box.Y && y < box.Y + box.Height;

    private static PhantomBox Mirrored(PhantomBox box) => box with { X = Size - box.X - box.Width };

    private static double Mean(Phantom phantom, PhantomBox box) =>
        Enumerable.Range(0, Size * Size).Where(i => Contains(box, i % Size, i / Size)).Average(i => phantom.Pixels.Span[i]);

    private static double BorderMean(Phantom phantom) =>
        Enumerable.Range(0, Size * Size)
            .Where(i => Math.Min(Math.Min(i % Size, i / Size), Size - 1 - Math.Max(i % Size, i / Size)) < 12)
            .Average(i => phantom.Pixels.Span[i]);
}
