using System.Diagnostics;
using Pneumonia.Model.Explanation;
using Pneumonia.Model.Serving.Pool;
using Pneumonia.Model.Training;
using Pneumonia.Torch;
using static Pneumonia.Torch.torch;

namespace Pneumonia.Model.Serving;

/// <summary>Answers for one radiograph at a time.</summary>
public sealed class PneumoniaPredictionEngine(PneumoniaModel model) : PredictionEngine<PredictionInput, Prediction>
{
    /// <summary>What the model's zip says of itself.</summary>
    public ModelInformation Information => model.Information;

    /// <inheritdoc/>
    public override Prediction Predict(PredictionInput example)
    {
        var started = Stopwatch.GetTimestamp();
        var (manifest, calibration) = (model.Information.Manifest, model.Information.Calibration);
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var preprocessing = manifest.Preprocessing;
        var image = tensor(preprocessing.Apply(example.Radiograph), [1, 1, preprocessing.Height, preprocessing.Width]);
        var features = model.Network.Features(image);
        var logits = model.Network.Classify(model.Network.Bottleneck(features)).ToArray<float>();
        var probabilities = Softmax.Of(logits, calibration.Temperature);
        return new Prediction
        {
            Label = Decision.Label(manifest, calibration, probabilities),
            Probabilities = [.. manifest.Classes.Zip(probabilities, (name, probability) => new ClassProbability(name, probability))],
            PositiveClass = manifest.PositiveClass,
            Threshold = calibration.DefaultPoint.Threshold,
            Model = model.DisplayName,
            Saliency = example.WithSaliency ? Explain(features) : null,
            Elapsed = Stopwatch.GetElapsedTime(started),
        };
    }

    private SaliencyMap Explain(Tensor features)
    {
        var positive = model.Information.Manifest.PositiveClass;
        var index = model.Information.Manifest.Classes.ToList().IndexOf(positive);
        return ClassActivationMap.Map(model.Network, features, index, positive);
    }
}
