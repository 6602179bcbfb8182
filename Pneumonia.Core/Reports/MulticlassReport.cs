using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Reports;

/// <summary>Figures of verdicts among three classes or more, at the operating point.</summary>
public sealed record MulticlassReport
{
    /// <summary>Share of images called by their own class.</summary>
    public required Estimate Accuracy { get; init; }

    /// <summary>Mean of the classes' sensitivities.</summary>
    public required Estimate BalancedAccuracy { get; init; }

    /// <summary>Mean of the classes' areas under the ROC curve, each against the rest.</summary>
    public required Estimate MacroAuc { get; init; }

    /// <summary>Mean of the classes' F1.</summary>
    public required Estimate MacroF1 { get; init; }

    /// <summary>Agreement of verdict and truth beyond chance (Cohen 1960): 1 is all, 0 what chance gives.</summary>
    public required Estimate Kappa { get; init; }

    /// <summary>Figures of each class, in the order of the scores.</summary>
    public required IReadOnlyList<ClassReport> Classes { get; init; }

    /// <summary>Images by true class (rows) and class called (columns), in the order of <see cref="Classes"/>.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    /// <summary>Whether it is about these classes, in this order.</summary>
    internal bool IsOf(IReadOnlyList<string> classes) =>
        Classes.Select(each => each?.Class).SequenceEqual(classes)
        && Confusion.Count == classes.Count
        && Confusion.All(row => row?.Count == classes.Count);
}
