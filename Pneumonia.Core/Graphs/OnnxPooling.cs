namespace Pneumonia.Core.Graphs;

/// <summary>Pooling, with PyTorch's sizes and meanings.</summary>
public static class OnnxPooling
{
    /// <summary>Greatest number under the window.</summary>
    public static OnnxValue MaxPool(this OnnxGraph graph, OnnxValue input, OnnxWindow window)
    {
        var (height, width) = window.Output(input);
        return graph.Node("MaxPool", [input.Name], [input.Channels, height, width], attributes: window.Attributes(input));
    }

    /// <summary>Mean of the numbers under the window.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="input">Channels, rows, columns.</param>
    /// <param name="window">How the window moves.</param>
    /// <param name="countIncludePad">Whether the padding's zeros count; PyTorch's default is yes.</param>
    public static OnnxValue AveragePool(this OnnxGraph graph, OnnxValue input, OnnxWindow window, bool countIncludePad = true)
    {
        var (height, width) = window.Output(input);
        if (countIncludePad && window.EndPadding(input) != window.Padding)
        {
            // The padding counts, what a last window hangs over does not: the padding becomes part of the image.
            (input, window, countIncludePad) = (graph.Pad(input, window.Padding), window with { Padding = (0, 0) }, false);
        }

        return graph.Node("AveragePool", [input.Name], [input.Channels, height, width], attributes:
            [.. window.Attributes(input), OnnxAttribute.Int("count_include_pad", countIncludePad ? 1 : 0)]);
    }

    /// <summary>Zeros around every channel.</summary>
    public static OnnxValue Pad(this OnnxGraph graph, OnnxValue input, (int Height, int Width) padding)
    {
        var pads = graph.Initializer(
            graph.Unused("pads"), [0L, 0, padding.Height, padding.Width, 0, 0, padding.Height, padding.Width], 8);
        return graph.Node(
            "Pad", [input.Name, pads],
            [input.Channels, input.Height + (2 * padding.Height), input.Width + (2 * padding.Width)]);
    }

    /// <summary>Mean of every channel; rows and columns of 1 are kept.</summary>
    public static OnnxValue GlobalAveragePool(this OnnxGraph graph, OnnxValue input) =>
        graph.Node("GlobalAveragePool", [input.Name], [input.Channels, 1, 1]);

    /// <summary>Mean of every channel, as a vector.</summary>
    public static OnnxValue MeanOverPixels(this OnnxGraph graph, OnnxValue input) =>
        graph.Node("ReduceMean", [input.Name], [input.Channels], attributes:
            [OnnxAttribute.Ints("axes", 2, 3), OnnxAttribute.Int("keepdims", 0)]);

    /// <summary>
    /// Means over parts as equal as possible, so that a given size comes out. ONNX has no such operator: a global pool where one
    /// number comes out, a plain pool where the parts are equal, else a product with the matrices of means.
    /// </summary>
    public static OnnxValue AdaptiveAveragePool(this OnnxGraph graph, OnnxValue input, int height, int width)
    {
        if ((height, width) == (input.Height, input.Width))
        {
            return input;
        }

        if ((height, width) == (1, 1))
        {
            return graph.GlobalAveragePool(input);
        }

        if (input.Height % height == 0 && input.Width % width == 0)
        {
            var kernel = (input.Height / height, input.Width / width);
            return graph.AveragePool(input, new OnnxWindow(kernel) { Stride = kernel });
        }

        var rows = graph.Initializer(graph.Unused("row_means"), Means(input.Height, height), height, input.Height);
        var columns = graph.Initializer(
            graph.Unused("column_means"), Transposed(Means(input.Width, width), width, input.Width), input.Width, width);
        var fewer = graph.Node("MatMul", [rows, input.Name], [input.Channels, height, input.Width]);
        return graph.Node("MatMul", [fewer.Name, columns], [input.Channels, height, width]);
    }

    // Row i averages from floor(i * from / to) to ceil((i + 1) * from / to), as PyTorch does.
    private static float[] Means(int from, int to)
    {
        var means = new float[to * from];
        for (var i = 0; i < to; i++)
        {
            var begin = i * from / to;
            var end = (((i + 1) * from) + to - 1) / to;
            means.AsSpan((i * from) + begin, end - begin).Fill(1f / (end - begin));
        }

        return means;
    }

    private static float[] Transposed(float[] matrix, int rows, int columns)
    {
        var transposed = new float[matrix.Length];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                transposed[(j * rows) + i] = matrix[(i * columns) + j];
            }
        }

        return transposed;
    }
}
