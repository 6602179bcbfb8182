namespace Pneumonia.Model.Networks.Layers;

/// <summary>In training, leaves out a block for some images of the batch at random, and scales up the others (Huang et al. 2016,
/// section 3).</summary>
/// <param name="probability">Of being left out.</param>
public sealed class StochasticDepth(double probability) : Layer(nameof(StochasticDepth))
{
    /// <summary>Probability of being left out, 0 to 1.</summary>
    public double Probability => probability;

    /// <inheritdoc/>
    public override T Run<T>(IOperations<T> operations, T input) => operations.DropImages(input, this);
}
