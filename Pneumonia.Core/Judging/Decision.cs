namespace Pneumonia.Core.Judging;

/// <summary>Turns probabilities into a verdict: positive where the positive classes' probabilities together reach the threshold,
/// and then the likeliest of them; else the likeliest of the others.</summary>
/// <param name="Classes">Class names in score order.</param>
/// <param name="Positive">Which of them are positive.</param>
/// <param name="Threshold">Least probability for a positive verdict, 0 to 1.</param>
public sealed record Decision(IReadOnlyList<string> Classes, PositiveGroup Positive, double Threshold)
{
    /// <summary>Whether the class at an index is positive.</summary>
    public bool IsPositive(int index) => Positive.Classes.Contains(Classes[index]);

    /// <summary>Probability of the positive classes together, 0 to 1.</summary>
    /// <param name="probabilities">One per class.</param>
    public double Score(IReadOnlyList<double> probabilities) =>
        Math.Min(1, probabilities.Where((_, index) => IsPositive(index)).Sum());

    /// <summary>Index of the class decided on.</summary>
    /// <inheritdoc cref="Score"/>
    public int Decide(IReadOnlyList<double> probabilities) => Likeliest(probabilities, Score(probabilities) >= Threshold);

    /// <summary>Index of the likeliest class among the positive or the negative ones.</summary>
    /// <param name="probabilities">One per class.</param>
    /// <param name="positive">Among which.</param>
    public int Likeliest(IReadOnlyList<double> probabilities, bool positive) =>
        Enumerable.Range(0, Classes.Count).Where(index => IsPositive(index) == positive).MaxBy(index => probabilities[index]);
}
