namespace Pneumonia.Model.Training;

/// <summary>Counts a training's steps and tells the metrics callback.</summary>
internal sealed class TrainingProgress(ImageClassificationTrainer.Options options, int images, TrainingState state, TimeProvider time)
{
    private readonly long started = time.GetTimestamp();
    private readonly int firstEpoch = state.Epoch;
    private ValidationMetrics? heldOut = state.History is [.., var last] ? last.HeldOut : null;
    private long epochStarted;
    private int epoch;
    private int done;
    private double lossSum;

    /// <summary>Mean loss of this epoch so far.</summary>
    public double Loss => done == 0 ? 0 : lossSum / done;

    /// <summary>Training images per second in this epoch.</summary>
    public double ImagesPerSecond => done / time.GetElapsedTime(epochStarted).TotalSeconds;

    public void BeginEpoch(int number) => (epoch, done, lossSum, epochStarted) = (number, 0, 0, time.GetTimestamp());

    public void EndStep(int batchSize, double loss, double learningRate)
    {
        done += batchSize;
        lossSum += loss * batchSize;
        Report(TrainingPhase.Training, learningRate, null, false, ImagesPerSecond);
    }

    public void EndEpoch(EpochRecord record, bool isBest)
    {
        heldOut = record.HeldOut;
        done = images;
        lossSum = record.Loss * images;
        Report(TrainingPhase.Epoch, null, record.Train, isBest, record.ImagesPerSecond);
    }

    private void Report(TrainingPhase phase, double? learningRate, ValidationMetrics? train, bool isBest, double imagesPerSecond) =>
        options.MetricsCallback?.Invoke(new ImageClassificationMetrics
        {
            Phase = phase,
            Epoch = epoch,
            Epochs = options.Epoch,
            Done = done,
            Total = images,
            Loss = Loss,
            LearningRate = learningRate,
            ImagesPerSecond = imagesPerSecond,
            Remaining = Remaining(),
            HeldOut = heldOut,
            Train = train,
            IsBest = isBest,
        });

    private TimeSpan Remaining()
    {
        var share = epoch - 1 - firstEpoch + (double)done / images;
        return time.GetElapsedTime(started) * ((options.Epoch - firstEpoch - share) / share);
    }
}
