using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Model.Training.Loop;

/// <summary>Where a training stands after a full epoch, apart from its tensors.</summary>
public sealed record TrainingState
{
    /// <summary>Full epochs done.</summary>
    public int Epoch { get; init; }

    /// <summary>Training steps done.</summary>
    public long Step { get; init; }

    /// <summary>The best epoch so far; 0 before the first.</summary>
    public int BestEpoch { get; init; }

    /// <summary>The best epoch's score; null before the first.</summary>
    public double? BestScore { get; init; }

    /// <summary>Every epoch's record, in order.</summary>
    public IReadOnlyList<EpochRecord> History { get; init; } = [];

    /// <summary>This training and one that followed it as one.</summary>
    /// <param name="next">What followed.</param>
    /// <param name="firstEpoch">Number by which its epochs are counted on.</param>
    internal TrainingState Then(TrainingState next, int firstEpoch) => next with
    {
        Epoch = next.Epoch + firstEpoch,
        Step = Step + next.Step,
        BestEpoch = next.BestEpoch + firstEpoch,
        History = [.. History, .. next.History.Select(record => record with { Epoch = record.Epoch + firstEpoch })],
    };
}
