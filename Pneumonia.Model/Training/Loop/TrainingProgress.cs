using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Model.Training.Loop;

/// <summary>Counts a training's steps and tells the metrics callback.</summary>
internal sealed class TrainingProgress(
    ImageClassificationOptions options, int member, int images, TrainingState state, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private readonly int _firstEpoch = state.Epoch;
    private ValidationMetrics? _heldOut = state.History is [.., var last] ? last.HeldOut : null;
    private long _epochStarted;
    private int _epoch;
    private int _done;
    private double _lossSum;

    /// <summary>Mean loss of this epoch so far.</summary>
    public double Loss => _done == 0 ? 0 : _lossSum / _done;

    /// <summary>Training images per second in this epoch.</summary>
    public double ImagesPerSecond => _done / time.GetElapsedTime(_epochStarted).TotalSeconds;

    public void BeginEpoch(int number) => (_epoch, _done, _lossSum, _epochStarted) = (number, 0, 0, time.GetTimestamp());

    public void EndStep(int batchSize, double loss, double learningRate)
    {
        _done += batchSize;
        _lossSum += loss * batchSize;
        Report(TrainingPhase.Training, learningRate, null, false, ImagesPerSecond);
    }

    public void EndEpoch(EpochRecord record, bool isBest)
    {
        _heldOut = record.HeldOut;
        _done = images;
        _lossSum = record.Loss * images;
        Report(TrainingPhase.Epoch, null, record.Train, isBest, record.ImagesPerSecond);
    }

    private void Report(TrainingPhase phase, double? learningRate, ValidationMetrics? train, bool isBest, double imagesPerSecond) =>
        options.MetricsCallback?.Invoke(new ImageClassificationMetrics
        {
            Phase = phase,
            Epoch = (member * options.Epoch) + _epoch,
            Epochs = options.EpochsOfAllMembers,
            Done = _done,
            Total = images,
            Loss = Loss,
            LearningRate = learningRate,
            ImagesPerSecond = imagesPerSecond,
            Remaining = Remaining(),
            HeldOut = _heldOut,
            Train = train,
            IsBest = isBest,
        });

    private TimeSpan Remaining()
    {
        var share = _epoch - 1 - _firstEpoch + (double)_done / images;
        var later = (options.Optimisation.Members - 1 - member) * options.Epoch;
        return time.GetElapsedTime(_started) * ((later + options.LastEpoch - _firstEpoch - share) / share);
    }
}
