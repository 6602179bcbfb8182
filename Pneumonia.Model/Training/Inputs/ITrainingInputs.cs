using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Inputs;

/// <summary>What a network is trained on: images, or features that a frozen backbone has made of them.</summary>
internal interface ITrainingInputs
{
    /// <summary>Class index of every example.</summary>
    IReadOnlyList<int> Labels { get; }

    /// <summary>Inputs of some examples, as float32.</summary>
    /// <param name="indices">Which examples.</param>
    /// <param name="augmentation">Draws the random changes; null: none.</param>
    Tensor Batch(ReadOnlySpan<int> indices, Random? augmentation);
}
