namespace Pneumonia.Core.Graphs;

/// <summary>A tensor that flows through a graph.</summary>
/// <param name="Name">Its name, unique within the graph.</param>
/// <param name="Shape">Its shape without the leading batch dimension, e.g. channels, rows, columns.</param>
/// <param name="Element">What it is made of.</param>
public sealed record OnnxValue(string Name, IReadOnlyList<int> Shape, OnnxElement Element = OnnxElement.Single)
{
    /// <summary>Channels, or features of a vector.</summary>
    public int Channels => Shape[0];

    /// <summary>Rows of a feature map.</summary>
    public int Height => Shape[1];

    /// <summary>Columns of a feature map.</summary>
    public int Width => Shape[2];

    /// <summary>Numbers of one image.</summary>
    public int Count => Shape.Aggregate(1, (product, size) => product * size);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} [batch, {string.Join(", ", Shape)}]";
}
