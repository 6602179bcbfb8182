using Pneumonia.Core.Data;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Model.Training;
using Pneumonia.Model.Training.Loop;

namespace Pneumonia.Model.Tuning;

/// <summary>Trains trials with <see cref="ImageClassificationTrainer"/>. Between two rungs a trial rests as a checkpoint.</summary>
/// <param name="recipe">Options of every trial, less what is drawn.</param>
/// <param name="images">Images to learn from; every trial holds out the same patients.</param>
/// <param name="classes">Class names in the order of the scores.</param>
/// <param name="folder">Gives the checkpoints their place.</param>
/// <param name="progress">Hears of every training.</param>
public sealed class TrainingTrialRunner(
    ImageClassificationOptions recipe, IReadOnlyList<XRay> images, IReadOnlyList<string> classes, TuningFolder folder,
    ITuningProgress progress) : ITrialRunner
{
    private bool _hasRun;

    /// <inheritdoc/>
    public TrialScore Run(Trial trial, Rung rung, CancellationToken cancellation)
    {
        // The data are the same in every trial, and so is what there is to say of them: say it once.
        Action<string>? log = _hasRun ? null : progress.Log;
        _hasRun = true;
        var options = trial.Draw.ApplyTo(recipe) with
        {
            WorkspacePath = folder.Workspace(trial),
            Run = recipe.Run with
            {
                BottleneckPath = folder.Root, StopAfterEpoch = rung.Epochs, Resume = Directory.Exists(folder.Workspace(trial)),
            },
            MetricsCallback = progress.Report,
        };
        using var result = new ImageClassificationTrainer(options, log).Fit(images, classes, cancellation);
        if (!result.HeldOutLogits.All(row => row.All(float.IsFinite)))
        {
            throw new TrainingDivergedException(result.State.BestEpoch);
        }

        var metrics = LogitMetrics.Of(result.HeldOutLogits, result.HeldOutLabels);
        var balanced = BalancedAccuracy(result.HeldOutLogits, result.HeldOutLabels);
        return new TrialScore(rung.Epochs, result.State.BestEpoch, metrics.Auc, metrics.Loss, balanced);
    }

    /// <inheritdoc/>
    public void Release(Trial trial)
    {
        if (Directory.Exists(folder.Workspace(trial)))
        {
            Directory.Delete(folder.Workspace(trial), recursive: true);
        }
    }

    /// <summary>Mean over the classes of the share of their examples whose largest logit is the right one.</summary>
    internal static double BalancedAccuracy(float[][] logits, IReadOnlyList<int> labels) => logits
        .Select((row, index) => (label: labels[index], isRight: Array.IndexOf(row, row.Max()) == labels[index]))
        .GroupBy(example => example.label)
        .Average(group => group.Average(example => example.isRight ? 1.0 : 0.0));
}
