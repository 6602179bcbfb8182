namespace Pneumonia.Model.Lungs;

/// <summary>How far a training of the lungs is.</summary>
/// <param name="Phase">What is done at the moment.</param>
/// <param name="Done">Images done, of this epoch where there are epochs.</param>
/// <param name="Total">Images in all.</param>
internal sealed record LungProgress(LungPhase Phase, int Done, int Total)
{
    /// <summary>Epoch, from 1; 0 where there are none.</summary>
    public int Epoch { get; init; }

    /// <summary>Epochs of this phase.</summary>
    public int Epochs { get; init; }

    /// <summary>Mean loss of this epoch so far.</summary>
    public double? Loss { get; init; }

    /// <summary>Mean Dice coefficient on the images held out; at the end of an epoch.</summary>
    public double? Dice { get; init; }

    /// <summary>Images per second.</summary>
    public double ImagesPerSecond { get; init; }

    /// <summary>Whether an epoch ends with it.</summary>
    public bool IsEpochEnd => Dice is not null;
}
