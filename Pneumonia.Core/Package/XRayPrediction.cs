namespace Pneumonia.Core.Package;

/// <summary>What a model's prediction engine answers.</summary>
public sealed class XRayPrediction
{
    /// <summary>Name of the class that the model decided on at its operating point; not always the likeliest one.</summary>
    public string PredictedLabel { get; set; } = "";

    /// <summary>Calibrated probability of every class, in the order of the column's slot names.</summary>
    public float[] Score { get; set; } = [];
}
