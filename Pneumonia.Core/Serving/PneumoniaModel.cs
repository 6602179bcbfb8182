using System.Diagnostics;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Data;
using Pneumonia.Core.Graphs;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Package;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;

namespace Pneumonia.Core.Serving;

/// <summary>A model zip, loaded: its network runs on ONNX Runtime. Thread-safe: its weights are only read.</summary>
public sealed class PneumoniaModel : IRadiographModel
{
    private readonly OnnxNetwork _network;
    private readonly LungNetwork? _lungs;
    private readonly Decision _decision;
    private readonly ModelExplainer _explainer;

    private PneumoniaModel(string path, OnnxNetwork network, LungNetwork? lungs, ModelInformation information, IGradientExplainer? gradients)
    {
        (_network, _lungs, Information) = (network, lungs, information);
        Preparation = new ImagePreparation(information.Manifest.Preprocessing, lungs);
        _decision = information.Decision;
        Explained = new OnnxExplainedNetwork(information.Manifest.Architecture, network);
        _explainer = new ModelExplainer(this, Explained, path, gradients);
    }

    /// <summary>The network, as explanation methods see it.</summary>
    internal IExplainedNetwork Explained { get; }

    /// <summary>Makes the network's input of X-rays.</summary>
    internal ImagePreparation Preparation { get; }

    /// <summary>What the zip says of itself.</summary>
    public ModelInformation Information { get; }

    /// <summary>Short version for people and logs.</summary>
    public string Version => Information.Version;

    /// <summary>Name and version, as predictions carry them.</summary>
    public string DisplayName => $"{Information.Manifest.Name} {Version}";

    /// <summary>Loads and verifies a model zip.</summary>
    /// <param name="path">The zip, which must stay there where <paramref name="gradients"/> is given.</param>
    /// <param name="gradients">Explains by the methods that need gradients; null: those are not offered.</param>
    /// <exception cref="InvalidModelException">The zip is missing, damaged or not understood.</exception>
    public static PneumoniaModel Load(string path, IGradientExplainer? gradients = null)
    {
        return Load(path, ModelZip.ReadOnnx(path), gradients);
    }

    /// <summary>Loads a model zip as if it had no checks, to measure what they cost and what they hide.</summary>
    /// <inheritdoc cref="Load(string, IGradientExplainer)"/>
    internal static PneumoniaModel LoadWithoutChecks(string path)
    {
        var zip = ModelZip.ReadOnnx(path);
        return Load(path, zip with { Information = zip.Information with { Checks = null } }, null);
    }

    private static PneumoniaModel Load(string path, ModelNetworks zip, IGradientExplainer? gradients)
    {
        var (network, lungs) = ((OnnxNetwork?)null, (LungNetwork?)null);
        try
        {
            network = new OnnxNetwork(zip.Onnx, Environment.ProcessorCount);
            NetworkCheck.Verify(network, zip.Information);
            lungs = zip.Lungs is null ? null : new LungNetwork(zip.Lungs, Environment.ProcessorCount);
            return new PneumoniaModel(path, network, lungs, zip.Information, gradients);
        }
        catch (InvalidNetworkException e)
        {
            lungs?.Dispose();
            network?.Dispose();
            throw new InvalidModelException(path, $"{e.Text}.", e);
        }
    }

    /// <summary>Answers for several radiographs at once. A saliency map that is asked for is missing where the network gives none and
    /// nobody computes gradients.</summary>
    /// <returns>One answer each, in order. <see cref="Prediction.Elapsed"/> is each one's share of the time.</returns>
    public Prediction[] Predict(IReadOnlyList<PredictionInput> inputs)
    {
        var started = Stopwatch.GetTimestamp();
        var prepared = inputs.Select(input => Information.Prepare(input.Radiograph, Preparation)).ToArray();
        var pixels = Batch(prepared);
        var answers = _network.Answer(pixels);
        PopulationFinding?[] populations = [.. answers.Select((answer, i) => Information.Adults?.Find(answer.Depths, inputs[i].Age))];
        double[][] probabilities = [.. answers.Select((answer, i) => Information.CalibrationOf(populations[i]?.Population).Probabilities(answer.Logits))];
        var maps = inputs.Select((input, i) => input.WithSaliency
            ? _explainer.MapOf(
                input.Radiograph, prepared[i].Framed, answers[i].Features, _decision.Likeliest(probabilities[i], positive: true))
            : null).ToArray();
        var elapsed = Stopwatch.GetElapsedTime(started) / inputs.Count;
        return [.. inputs.Select((input, i) => Answer(probabilities[i], populations[i], Judge(input.Radiograph, prepared[i], answers[i])) with
        {
            Saliency = maps[i],
            Elapsed = elapsed,
            Lungs = prepared[i].Framed.Lungs is { IsPlausible: true } lungs ? lungs : null,
        })];
    }

    /// <summary>Index of the class that a prediction's saliency map explains.</summary>
    internal int ClassOf(Radiograph radiograph) =>
        _decision.Likeliest(Information.Calibration.Probabilities(_network.Answer(Input(radiograph))[0].Logits), positive: true);

    /// <summary>Answers of the network for prepared images, with what lies along the way.</summary>
    /// <param name="pixels">[n, 1, height, width], row-major.</param>
    internal OnnxAnswer[] Answer(float[] pixels) => _network.Answer(pixels);

    /// <summary>The network's input of one radiograph, as a prediction sees it: an inverted one is corrected.</summary>
    /// <returns>[1, 1, height, width]; normalised.</returns>
    internal float[] Input(Radiograph radiograph) => Framed(radiograph).Grey;

    /// <inheritdoc cref="Input"/>
    internal FramedImage Framed(Radiograph radiograph)
    {
        var image = Information.Prepare(radiograph, Preparation);
        Information.Manifest.Preprocessing.Normalise(image.Framed.Grey);
        return image.Framed;
    }

    /// <inheritdoc/>
    public IReadOnlyList<IExplanationMethod> ExplanationMethods => _explainer.Methods;

    /// <inheritdoc/>
    public MeasuredMap Explain(
        Radiograph radiograph,
        ExplanationQuestion question,
        IProgress<DataProgress>? progress = null,
        CancellationToken cancellation = default) => _explainer.Explain(radiograph, question, progress, cancellation);

    /// <summary>Only the map that <see cref="Explain"/> measures.</summary>
    /// <inheritdoc cref="Explain"/>
    public SaliencyMap Map(
        Radiograph radiograph,
        ExplanationQuestion question,
        IProgress<DataProgress>? progress = null,
        CancellationToken cancellation = default) => _explainer.Map(radiograph, question, progress, cancellation);

    /// <summary>Frees the weights.</summary>
    public void Dispose()
    {
        _network.Dispose();
        _lungs?.Dispose();
    }

    private float[] Batch(PreparedImage[] images)
    {
        foreach (var image in images)
        {
            Information.Manifest.Preprocessing.Normalise(image.Framed.Grey);
        }

        return [.. images.SelectMany(image => image.Framed.Grey)];
    }

    // What the file tells is noted with any model, also one without checks.
    private IReadOnlyList<string> Judge(Radiograph radiograph, PreparedImage image, OnnxAnswer answer) =>
    [
        .. radiograph.IsEndMissing ? [CheckReasons.EndMissing] : Array.Empty<string>(),
        .. Information.Checks?.Judge(new ImageEvidence(image.Thumbnail, image.Found, answer.Depths)) ?? image.Found,
    ];

    private Prediction Answer(double[] probabilities, PopulationFinding? population, IReadOnlyList<string> reasons)
    {
        var calibration = Information.CalibrationOf(population?.Population);
        var decision = Information.DecisionOf(calibration);
        var score = decision.Score(probabilities);
        var isRefused = reasons.Any(CheckReasons.Refuses);
        var isKnown = population is null or { IsSure: true };
        return new Prediction
        {
            Label = decision.Classes[decision.Decide(probabilities)],
            Probabilities = [.. decision.Classes.Zip(probabilities, (name, probability) => new ClassProbability(name, probability))],
            PositiveClass = decision.Positive.Name,
            PositiveClasses = decision.Positive.Classes,
            Threshold = decision.Threshold,
            Refused = isRefused,
            Reasons = reasons,
            Triage = calibration.Triage is { } limits ? isRefused || !isKnown ? Triage.CannotSay : limits.Of(score) : null,
            CannotSay = !isKnown ? CannotSayReason.PopulationUnknown
                : calibration.Triage is { RuleOut.Limit: null, RuleIn.Limit: null } ? CannotSayReason.TooFewPatients
                : CannotSayReason.BetweenLimits,
            Population = population,
            Meaning = isRefused ? null : ScoreMeanings.Find(calibration.Meanings, score),
            Model = DisplayName,
        };
    }
}
