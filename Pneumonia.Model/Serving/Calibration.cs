namespace Pneumonia.Model.Serving;

/// <summary><c>calibration.json</c>: what turns logits into probabilities and decisions, bound to the weights it was fitted on.</summary>
public sealed record Calibration
{
    /// <summary>Divides the logits before the softmax (Guo et al. 2017, section 4.2); more than 0.</summary>
    public required double Temperature { get; init; }

    /// <summary>Name of the operating point that decides.</summary>
    public required string Default { get; init; }

    /// <summary>The operating points to choose from.</summary>
    public required IReadOnlyList<OperatingPoint> OperatingPoints { get; init; }

    /// <summary>SHA-256 of the <c>weights.safetensors</c> that this belongs to, lower-case hexadecimal.</summary>
    public required string WeightsSha256 { get; init; }

    /// <summary>The operating point named <see cref="Default"/>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public OperatingPoint DefaultPoint => OperatingPoints.Single(point => point.Name == Default);
}
