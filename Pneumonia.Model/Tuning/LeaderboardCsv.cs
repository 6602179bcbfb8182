namespace Pneumonia.Model.Tuning;

/// <summary>The leaderboard as a table for a spreadsheet. A trial that is not ranked, because it failed, has no rank.</summary>
internal static class LeaderboardCsv
{
    public static void Write(TuningState state, Stream stream)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("rank,trial,auc,loss,balanced_accuracy,epochs,best_epoch,arch,learning_rate,weight_decay,augmentation_strength,failed");
        foreach (var (index, trial) in Leaderboard.Of(state).Index())
        {
            var (score, draw) = (trial.LastScore, trial.Draw);
            object?[] cells =
            [
                trial.Error is null ? index + 1 : null, trial.Number, score?.Auc, score?.Loss, score?.BalancedAccuracy, score?.Epochs,
                score?.BestEpoch, draw.Arch, draw.LearningRate, draw.WeightDecay, draw.AugmentationStrength,
                trial.Error is null ? "false" : "true",
            ];
            writer.WriteLine(string.Join(',', cells));
        }
    }
}
