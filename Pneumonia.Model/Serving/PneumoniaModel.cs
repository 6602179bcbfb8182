using Pneumonia.Model.Networks;
using Pneumonia.Model.Serving.Pool;
using Pneumonia.Torch;
using static Pneumonia.Torch.torch;

namespace Pneumonia.Model.Serving;

/// <summary>A model zip, loaded. Thread-safe: its weights are only read.</summary>
public sealed class PneumoniaModel : IPredictionModel<PredictionInput, Prediction>
{
    private PneumoniaModel(Network network, ModelInformation information) => (Network, Information) = (network, information);

    /// <summary>The network, in evaluation mode, float32.</summary>
    public Network Network { get; }

    /// <summary>What the zip says of itself.</summary>
    public ModelInformation Information { get; }

    /// <inheritdoc/>
    public string Version => Information.Version;

    /// <summary>Name and version, as predictions carry them.</summary>
    public string DisplayName => $"{Information.Manifest.Name} {Version}";

    /// <summary>Loads and verifies a model zip.</summary>
    /// <exception cref="InvalidModelException">The zip is missing, damaged or not understood.</exception>
    public static PneumoniaModel Load(string path)
    {
        var (information, weights) = ModelZip.Read(path);
        Network? network = null;
        try
        {
            network = Architectures.Find(information.Manifest.Architecture)
                .Create(new NetworkOptions(information.Manifest.Classes.Count));
            using var scope = NewDisposeScope();
            StrictWeights.Copy(safetensors.load(weights), network);
            network.eval();
            return new PneumoniaModel(network, information);
        }
        catch (Exception e) when (e is InvalidDataException or UserException)
        {
            network?.Dispose();
            throw new InvalidModelException(path, e.Message, e);
        }
    }

    /// <inheritdoc/>
    public PredictionEngine<PredictionInput, Prediction> CreateEngine() => new PneumoniaPredictionEngine(this);

    /// <summary>Frees the weights.</summary>
    public void Dispose() => Network.Dispose();
}
