using Pneumonia.Core.Saliency;
using Pneumonia.Model.Explaining;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Saliency;

/// <summary>Explanation requests to torch's networks.</summary>
internal static class Requests
{
    /// <summary>Asks for a class of an image.</summary>
    /// <param name="network">The network.</param>
    /// <param name="image">[1, 1, height, width].</param>
    /// <param name="classIndex">The class.</param>
    public static ExplanationRequest Of(Network network, Tensor image, int classIndex) => new(
        new TorchExplainedNetwork(network, (int)image.shape[2], (int)image.shape[3]), image.ToArray<float>(), classIndex);
}
