namespace Pneumonia.Model.Networks.Layers;

/// <summary>Pooling by a sliding square, as a layer of a <see cref="Stack"/>.</summary>
/// <param name="isMax">The greatest element; else the mean.</param>
/// <param name="kernel">Side of the square.</param>
/// <param name="stride">Steps between squares.</param>
/// <param name="padding">Rows and columns around the map.</param>
public sealed class Pool(bool isMax, int kernel, int stride, int padding = 0) : Layer(nameof(Pool))
{
    /// <summary>The greatest element.</summary>
    public static Pool Max(int kernel, int stride, int padding = 0) => new(isMax: true, kernel, stride, padding);

    /// <summary>The mean.</summary>
    public static Pool Average(int kernel, int stride, int padding = 0) => new(isMax: false, kernel, stride, padding);

    /// <inheritdoc/>
    public override T Run<T>(IOperations<T> operations, T input) => isMax
        ? operations.MaxPool(input, kernel, stride, padding)
        : operations.AveragePool(input, kernel, stride, padding);
}
