namespace Pneumonia.Model.Tuning;

/// <summary>Where a search stands.</summary>
/// <param name="Search">What is searched, and how.</param>
/// <param name="Trials">All trials in the order of their numbers, those not yet run included.</param>
public sealed record TuningState(TuningOptions Search, IReadOnlyList<Trial> Trials)
{
    /// <summary>The beginning of a search: every trial drawn, none run.</summary>
    public static TuningState Begin(TuningOptions search) =>
        new(search, [.. search.Draws().Select((draw, index) => new Trial(index + 1, draw))]);

    /// <summary>The same state with one trial replaced.</summary>
    public TuningState With(Trial trial) =>
        this with { Trials = [.. Trials.Select(other => other.Number == trial.Number ? trial : other)] };
}
