using Pneumonia.Core.Data;
using Pneumonia.Core.Saliency.Quality;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>How a study's answer is explained.</summary>
/// <param name="Method">Name of the method asked for.</param>
public sealed record StudyExplanation(string Method)
{
    /// <summary>Map and figures; null while they are computed.</summary>
    public MeasuredMap? Measured { get; init; }

    /// <summary>How far it is; null before the first report and after the end.</summary>
    public DataProgress? Progress { get; init; }

    /// <summary>Why there is none, one sentence.</summary>
    public string? Failure { get; init; }

    public bool IsRunning => Measured is null && Failure is null;

    /// <summary>Share of the chosen opacity that the overlay is drawn with: a map that explains little is faded.</summary>
    public double Strength => Measured is { Quality.Reliable: false } ? 0.3 : 1;
}
