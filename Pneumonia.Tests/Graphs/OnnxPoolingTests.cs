using Pneumonia.Core.Graphs;

namespace Pneumonia.Tests.Graphs;

public class OnnxPoolingTests
{
    public static TheoryData<int, int, int, int, bool, bool> Windows
    {
        get
        {
            var data = new TheoryData<int, int, int, int, bool, bool>();
            foreach (var size in new[] { 6, 7, 8, 9, 10 })
            {
                foreach (var (kernel, stride, padding) in new[] { (2, 2, 0), (3, 2, 0), (3, 2, 1), (3, 1, 1), (3, 3, 1), (2, 3, 0), (4, 3, 2) })
                {
                    foreach (var (ceil, count) in new[] { (false, true), (false, false), (true, true), (true, false) })
                    {
                        data.Add(size, kernel, stride, padding, ceil, count);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Pools_have_PyTorchs_sizes_and_meanings(int size, int kernel, int stride, int padding, bool ceil, bool countPadding)
    {
        var x = GraphRun.Numbers(2 * size * size);
        var window = new OnnxWindow(kernel, stride, padding) { CeilMode = ceil };
        var (means, greatest) = Expected(x, size, kernel, stride, padding, ceil, countPadding);
        GraphRun.Near(greatest, GraphRun.Run(x, [2, size, size], (graph, input) => graph.MaxPool(input, window)));
        GraphRun.Near(means, GraphRun.Run(x, [2, size, size], (graph, input) => graph.AveragePool(input, window, countPadding)));
    }

    [Theory]
    [InlineData(7, 7, 7, 7)]
    [InlineData(14, 21, 7, 7)]
    [InlineData(7, 7, 1, 1)]
    [InlineData(10, 9, 7, 7)]
    [InlineData(5, 4, 7, 7)]
    public void An_adaptive_pool_averages_parts_as_equal_as_possible(int height, int width, int toHeight, int toWidth)
    {
        var x = GraphRun.Numbers(2 * height * width);
        var actual = GraphRun.Run(x, [2, height, width], (graph, input) => graph.AdaptiveAveragePool(input, toHeight, toWidth));
        var expected = new List<float>();
        for (var i = 0; i < 2 * toHeight * toWidth; i++)
        {
            var (channel, row, column) = (i / toWidth / toHeight, i / toWidth % toHeight, i % toWidth);
            var rows = Part(row, height, toHeight);
            var columns = Part(column, width, toWidth);
            expected.Add(rows.SelectMany(y => columns.Select(z => x[(channel * height * width) + (y * width) + z])).Average());
        }

        GraphRun.Near(expected, actual);
    }

    private static int[] Part(int index, int from, int to)
    {
        var begin = (int)Math.Floor((double)index * from / to);
        var end = (int)Math.Ceiling((double)(index + 1) * from / to);
        return [.. Enumerable.Range(begin, end - begin)];
    }

    // PyTorch's rules (ATen/native/Pool.h and AveragePool2d): the last window must begin within the image or the padding before it;
    // a window's zeros count only as far as the padding reaches.
    private static (List<float> Means, List<float> Greatest) Expected(
        float[] x, int size, int kernel, int stride, int padding, bool ceil, bool countPadding)
    {
        var free = size + (2 * padding) - kernel;
        var length = (int)(ceil ? Math.Ceiling((double)free / stride) : Math.Floor((double)free / stride)) + 1;
        if (ceil && (length - 1) * stride >= size + padding)
        {
            length--;
        }

        var (means, greatest) = (new List<float>(), new List<float>());
        for (var i = 0; i < 2 * length * length; i++)
        {
            var (channel, top, left) = (i / length / length, (i / length % length * stride) - padding, (i % length * stride) - padding);
            var (bottom, right) = (Math.Min(top + kernel, size + padding), Math.Min(left + kernel, size + padding));
            var inside = (
                from row in Enumerable.Range(top, bottom - top)
                from column in Enumerable.Range(left, right - left)
                where row >= 0 && row < size && column >= 0 && column < size
                select x[(channel * size * size) + (row * size) + column]).ToArray();
            greatest.Add(inside.Max());
            means.Add(inside.Sum() / (countPadding ? (bottom - top) * (right - left) : inside.Length));
        }

        return (means, greatest);
    }
}
