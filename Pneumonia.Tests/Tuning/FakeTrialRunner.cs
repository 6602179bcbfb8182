using Pneumonia.Model.Training.Loop;
using Pneumonia.Model.Tuning;

namespace Pneumonia.Tests.Tuning;

/// <summary>Trials whose AUC is given for every epoch, and that remembers what it was asked for.</summary>
internal sealed class FakeTrialRunner(Func<int, int, double> auc) : ITrialRunner
{
    /// <summary>What was run, as <c>trial@epochs</c>.</summary>
    public List<string> Runs { get; } = [];

    /// <summary>Numbers of trials that will not be run again.</summary>
    public HashSet<int> Released { get; } = [];

    /// <summary>Runs before Ctrl-C.</summary>
    public int InterruptAfter { get; init; } = int.MaxValue;

    /// <summary>Trials that diverge, and the epoch before which they do.</summary>
    public Dictionary<int, int> Diverging { get; init; } = [];

    /// <summary>Most trials at a time that could still have gone on after a run.</summary>
    public int MostKept { get; private set; }

    public TrialScore Run(Trial trial, Rung rung, CancellationToken cancellation)
    {
        Assert.DoesNotContain(trial.Number, Released);
        if (Runs.Count == InterruptAfter)
        {
            throw new OperationCanceledException();
        }

        Runs.Add($"{trial.Number}@{rung.Epochs}");
        MostKept = Math.Max(MostKept, Runs.Select(run => int.Parse(run.Split('@')[0])).Distinct().Count(number => !Released.Contains(number)));
        if (Diverging.TryGetValue(trial.Number, out var epoch) && epoch <= rung.Epochs)
        {
            throw new TrainingDivergedException(epoch);
        }

        var score = auc(trial.Number, rung.Epochs);
        return new TrialScore(rung.Epochs, rung.Epochs, score, 1 - score, score / 2);
    }

    public void Release(Trial trial) => Released.Add(trial.Number);
}
