using Microsoft.ML.Data;

namespace Pneumonia.Model.Estimators;

/// <summary>The columns that a model adds, as types. The length says only that it is fixed: it is the model's.</summary>
internal sealed class PredictionShape
{
    public string PredictedLabel { get; set; } = "";

    [VectorType(2)]
    public float[] Score { get; set; } = [];
}
