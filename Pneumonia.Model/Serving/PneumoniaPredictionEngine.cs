using Pneumonia.Model.Serving.Pool;

namespace Pneumonia.Model.Serving;

/// <summary>Answers for one radiograph at a time.</summary>
public sealed class PneumoniaPredictionEngine(PneumoniaModel model) : PredictionEngine<PredictionInput, Prediction>
{
    /// <summary>What the model's zip says of itself.</summary>
    public ModelInformation Information => model.Information;

    /// <inheritdoc/>
    public override Prediction Predict(PredictionInput example) => model.Predict([example])[0];
}
