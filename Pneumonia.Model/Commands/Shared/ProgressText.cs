using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Model.Commands.Shared;

/// <summary>A training's progress in one line.</summary>
internal static class ProgressText
{
    public static string Of(ImageClassificationMetrics metrics) => metrics.Phase switch
    {
        TrainingPhase.Loading => $"reading images {metrics.Done}/{metrics.Total}, {metrics.ImagesPerSecond:0} images/s",
        TrainingPhase.Bottleneck => $"bottleneck features {metrics.Done}/{metrics.Total}, {metrics.ImagesPerSecond:0} images/s",
        TrainingPhase.Epoch => $"{Epoch(metrics)} done{(metrics.IsBest ? " (best so far)" : "")}: {Figures(metrics)}",
        _ => $"{Epoch(metrics)} {metrics.Done}/{metrics.Total}: {Figures(metrics)}",
    };

    private static string Epoch(ImageClassificationMetrics metrics) => $"epoch {metrics.Epoch}/{metrics.Epochs}";

    private static string Figures(ImageClassificationMetrics metrics)
    {
        var heldOut = metrics.HeldOut is { } figures ? $", held-out AUC {figures.Auc:0.0000} loss {figures.Loss:0.000}" : "";
        var train = metrics.Train is { } own ? $", train AUC {own.Auc:0.0000} loss {own.Loss:0.000}" : "";
        return $"loss {metrics.Loss:0.000}{heldOut}{train}, {metrics.ImagesPerSecond:0} images/s, {Left(metrics.Remaining)} left";
    }

    private static string Left(TimeSpan? remaining) => remaining is { } time
        ? time.TotalHours >= 1 ? $"{(int)time.TotalHours} h {time.Minutes} min" : time.TotalMinutes >= 1 ? $"{(int)time.TotalMinutes} min {time.Seconds} s" : $"{time.Seconds} s"
        : "?";
}
