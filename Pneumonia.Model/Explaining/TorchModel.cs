using Pneumonia.Core;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Package;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explaining;

/// <summary>A model zip whose weights are loaded into a network of libtorch's, for what needs gradients or goes on with the weights.</summary>
public sealed class TorchModel : IDisposable
{
    private readonly LungNetwork? _lungs;

    private TorchModel(Network network, ModelInformation information, LungNetwork? lungs)
    {
        (Network, Information, _lungs) = (network, information, lungs);
        Preparation = new ImagePreparation(information.Manifest.Preprocessing, lungs);
    }

    /// <summary>The network, in evaluation mode, float32.</summary>
    public Network Network { get; }

    /// <summary>What the zip says of itself.</summary>
    public ModelInformation Information { get; }

    /// <summary>Makes the network's input of X-rays.</summary>
    public ImagePreparation Preparation { get; }

    /// <summary>The network, as explanation methods see it.</summary>
    internal TorchExplainedNetwork Explained => new(
        Network, Information.Manifest.Preprocessing.Height, Information.Manifest.Preprocessing.Width);

    /// <summary>Loads and verifies a model zip.</summary>
    /// <exception cref="InvalidModelException">The zip is missing, damaged or not understood.</exception>
    public static TorchModel Load(string path)
    {
        var zip = ModelZip.Read(path);
        return Load(path, zip.Information, zip.Weights, zip.Lungs);
    }

    /// <summary>Makes the network of weights.</summary>
    /// <param name="path">The zip, for errors.</param>
    /// <param name="information">What it says of itself.</param>
    /// <param name="weights">Bytes of <c>weights.safetensors</c>.</param>
    /// <param name="lungs">Bytes of the ONNX file that finds the lungs; null where the network sees whole images.</param>
    /// <exception cref="InvalidModelException">The weights are not the architecture's.</exception>
    public static TorchModel Load(string path, ModelInformation information, byte[] weights, byte[]? lungs)
    {
        TorchThreads.UseAllCores();
        Network? network = null;
        try
        {
            network = NetworkFactory.Create(information.Manifest.Architecture, new NetworkOptions(information.Manifest.Classes.Count, Views: information.Manifest.Preprocessing.Views));
            using var scope = NewDisposeScope();
            StrictWeights.Copy(Safetensors.Load(weights), network);
            network.eval();
            return new TorchModel(network, information, lungs is null ? null : new LungNetwork(lungs));
        }
        catch (Exception e) when (e is InvalidDataException or UserException)
        {
            network?.Dispose();
            throw new InvalidModelException(path, e is InvalidDataException ? (UserText)$"{ModelZipEntries.Weights}: {e.Message}" : UserText.Of(e), e);
        }
    }

    /// <summary>Frees the weights.</summary>
    public void Dispose()
    {
        Network.Dispose();
        _lungs?.Dispose();
    }
}
