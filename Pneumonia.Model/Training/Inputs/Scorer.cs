using Pneumonia.Model.Tensors;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Training.Inputs;

/// <summary>Runs a network over examples without training it.</summary>
internal static class Scorer
{
    /// <summary>Outputs of the network for every example, in order.</summary>
    /// <param name="network">In evaluation mode while this runs.</param>
    /// <param name="forward">Which part of the network: inputs to [N, outputs].</param>
    /// <param name="inputs">The examples.</param>
    /// <param name="batchSize">Examples at a time.</param>
    /// <param name="report">Hears how many are done.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static float[][] Run(
        Module network, Func<Tensor, Tensor> forward, ITrainingInputs inputs, int batchSize, Action<int>? report,
        CancellationToken cancellation)
    {
        var outputs = new float[inputs.Labels.Count][];
        var wasTraining = network.training;
        network.eval();
        try
        {
            using var gradients = no_grad();
            foreach (var indices in Enumerable.Range(0, outputs.Length).Chunk(batchSize))
            {
                cancellation.ThrowIfCancellationRequested();
                using var scope = NewDisposeScope();
                var values = forward(inputs.Batch(indices, null)).to(ScalarType.Float32).ToArray<float>();
                var width = values.Length / indices.Length;
                for (var i = 0; i < indices.Length; i++)
                {
                    outputs[indices[i]] = values[(i * width)..((i + 1) * width)];
                }

                report?.Invoke(indices[^1] + 1);
            }
        }
        finally
        {
            network.train(wasTraining);
        }

        return outputs;
    }
}
