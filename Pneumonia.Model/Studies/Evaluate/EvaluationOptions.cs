namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>How a set of scored images is evaluated.</summary>
public sealed record EvaluationOptions
{
    /// <summary>What is evaluated on, in words, e.g. <c>held-out patients of train</c>.</summary>
    public required string Data { get; init; }

    /// <summary>What is counted as positive: a class, or the name of several together.</summary>
    public required string PositiveClass { get; init; }

    /// <summary>Least score for a positive verdict, 0 to 1.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>Seed of the bootstrap: the same seed gives the same intervals.</summary>
    public int Seed { get; init; }

    /// <summary>Bootstrap resamples, 1 or more.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Bins of equal width of the reliability curve, 1 or more.</summary>
    public int Bins { get; init; } = 10;
}
