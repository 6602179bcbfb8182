using System.Diagnostics;
using Pneumonia.Model.Checks;
using Pneumonia.Model.Data;
using Pneumonia.Model.Explanation.Quality;
using Pneumonia.Model.Explanation;
using Pneumonia.Model.Imaging;
using Pneumonia.Model.Networks;
using Pneumonia.Model.RiskControl;
using Pneumonia.Model.Serving.Package;
using Pneumonia.Model.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Serving;

/// <summary>A model zip, loaded. Thread-safe: its weights are only read.</summary>
public sealed class PneumoniaModel : IRadiographModel
{
    private readonly Decision _decision;

    /// <summary>The network's input of one radiograph, as a prediction sees it: an inverted one is corrected.</summary>
    /// <returns>[1, 1, height, width]; normalised.</returns>
    internal Tensor Input(Radiograph radiograph) => Batch(Prepare([new PredictionInput(radiograph)]));

    private PneumoniaModel(Network network, ModelInformation information)
    {
        (Network, Information) = (network, information);
        _decision = Decision.Of(information.Manifest, information.Calibration);
    }

    /// <summary>The network, in evaluation mode, float32.</summary>
    public Network Network { get; }

    /// <summary>What the zip says of itself.</summary>
    public ModelInformation Information { get; }

    /// <summary>Short version for people and logs.</summary>
    public string Version => Information.Version;

    /// <summary>Name and version, as predictions carry them.</summary>
    public string DisplayName => $"{Information.Manifest.Name} {Version}";

    /// <summary>Loads and verifies a model zip.</summary>
    /// <exception cref="InvalidModelException">The zip is missing, damaged or not understood.</exception>
    public static PneumoniaModel Load(string path)
    {
        var (information, weights) = ModelZip.Read(path);
        return Load(path, information, weights);
    }

    /// <summary>Loads a model zip as if it had no checks, to measure what they cost and what they hide.</summary>
    /// <inheritdoc cref="Load(string)"/>
    internal static PneumoniaModel LoadWithoutChecks(string path)
    {
        var (information, weights) = ModelZip.Read(path);
        return Load(path, information with { Checks = null }, weights);
    }

    private static PneumoniaModel Load(string path, ModelInformation information, byte[] weights)
    {
        Network? network = null;
        try
        {
            network = Architectures.Find(information.Manifest.Architecture)
                .Create(new NetworkOptions(information.Manifest.Classes.Count));
            using var scope = NewDisposeScope();
            StrictWeights.Copy(Safetensors.Load(weights), network);
            network.eval();
            VerifyChecks(network, information);
            return new PneumoniaModel(network, information);
        }
        catch (Exception e) when (e is InvalidDataException or UserException)
        {
            network?.Dispose();
            throw new InvalidModelException(path, e is InvalidDataException ? $"{ModelZipEntries.Weights}: {e.Message}" : e.Message, e);
        }
    }

    /// <summary>Answers for several radiographs at once.</summary>
    /// <returns>One answer each, in order. <see cref="Prediction.Elapsed"/> is each one's share of the time.</returns>
    public Prediction[] Predict(IReadOnlyList<PredictionInput> inputs)
    {
        var started = Stopwatch.GetTimestamp();
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var prepared = Prepare(inputs);
        var images = Batch(prepared);
        var taps = Information.Checks is null ? null : new FeatureTaps();
        var features = taps is null ? Network.Features(images) : taps.Run(Network, images);
        var logits = Network.Classify(Network.Bottleneck(features));
        if (Information.Manifest.TestTimeFlip)
        {
            logits = Network.WithMirrorImages(logits, images);
        }

        var probabilities = inputs.Select((_, i) => Information.Calibration.Probabilities(logits.select(0, i).ToArray<float>())).ToArray();
        var maps = inputs.Select((input, i) => input.WithSaliency
            ? Explain(images.narrow(0, i, 1), features.narrow(0, i, 1), _decision.Likeliest(probabilities[i], positive: true))
            : null).ToArray();
        var elapsed = Stopwatch.GetElapsedTime(started) / inputs.Count;
        return [.. inputs.Select((_, i) => Answer(probabilities[i], maps[i], elapsed, Judge(prepared[i], taps, i)))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<IExplanationMethod> ExplanationMethods => Explanation.ExplanationMethods.For(Network);

    /// <inheritdoc/>
    public MeasuredMap Explain(
        Radiograph radiograph,
        ExplanationQuestion question,
        IProgress<DataProgress>? progress = null,
        CancellationToken cancellation = default) => ModelExplainer.Explain(this, radiograph, question, progress, cancellation);

    /// <summary>Frees the weights.</summary>
    public void Dispose() => Network.Dispose();

    private static void VerifyChecks(Network network, ModelInformation information)
    {
        if (information.Checks is { } checks
            && !FeatureTaps.Counts(network, information.Manifest.Preprocessing).SequenceEqual(checks.FeatureCounts))
        {
            throw new UserException($"its checks are not made for the network {network.Name}.");
        }
    }

    private PreparedImage[] Prepare(IReadOnlyList<PredictionInput> inputs)
    {
        var preprocessing = Information.Manifest.Preprocessing;
        return [.. inputs.Select(input => Information.Checks?.Prepare(input.Radiograph, preprocessing)
            ?? new PreparedImage(preprocessing.Resize(input.Radiograph), [], []))];
    }

    private Tensor Batch(PreparedImage[] images)
    {
        var preprocessing = Information.Manifest.Preprocessing;
        foreach (var image in images)
        {
            preprocessing.Normalise(image.Grey);
        }

        return tensor(images.SelectMany(image => image.Grey).ToArray(), [images.Length, 1, preprocessing.Height, preprocessing.Width]);
    }

    private IReadOnlyList<string> Judge(PreparedImage image, FeatureTaps? taps, int index) => taps is null
        ? []
        : Information.Checks!.Judge(new ImageEvidence(image.Thumbnail, image.Found, taps.Of(index)));

    private SaliencyMap Explain(Tensor image, Tensor features, int classIndex) => Saliency.Map(
        new ExplanationRequest(Network, image, classIndex) { Features = features }, Information.Manifest.Classes[classIndex]);

    private Prediction Answer(double[] probabilities, SaliencyMap? saliency, TimeSpan elapsed, IReadOnlyList<string> reasons)
    {
        var score = _decision.Score(probabilities);
        var isRefused = reasons.Any(CheckReasons.Refuses);
        return new Prediction
        {
            Label = _decision.Classes[_decision.Decide(probabilities)],
            Probabilities = [.. _decision.Classes.Zip(probabilities, (name, probability) => new ClassProbability(name, probability))],
            PositiveClass = _decision.Positive.Name,
            PositiveClasses = _decision.Positive.Classes,
            Threshold = _decision.Threshold,
            Refused = isRefused,
            Reasons = reasons,
            Triage = Information.Calibration.Triage is { } limits ? isRefused ? Triage.CannotSay : limits.Of(score) : null,
            Meaning = isRefused ? null : ScoreMeanings.Find(Information.Calibration.Meanings, score),
            Model = DisplayName,
            Saliency = saliency,
            Elapsed = elapsed,
        };
    }
}
