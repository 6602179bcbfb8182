using System.Text.Json.Serialization;

namespace Pneumonia.Model.Tuning;

/// <summary>One set of options and what came of it.</summary>
/// <param name="Number">From 1, in the order of the draws.</param>
/// <param name="Draw">The options.</param>
public sealed record Trial(int Number, TrialDraw Draw)
{
    /// <summary>What it scored at each rung it reached, in order.</summary>
    public IReadOnlyList<TrialScore> Scores { get; init; } = [];

    /// <summary>Why it has no further score: its training diverged. Null: it did not.</summary>
    public string? Error { get; init; }

    /// <summary>The score at the last rung reached; null before the first.</summary>
    [JsonIgnore]
    public TrialScore? LastScore => Scores.Count > 0 ? Scores[^1] : null;

    /// <summary>Whether anything has come of it.</summary>
    [JsonIgnore]
    public bool IsRun => LastScore is not null || Error is not null;

    /// <summary>Whether it has been run to the end of a rung, or has failed on the way there.</summary>
    public bool IsDoneAt(Rung rung) => Error is not null || Scores.Any(score => score.Epochs == rung.Epochs);
}
