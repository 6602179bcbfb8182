using Pneumonia.Model.Training.Loop;

namespace Pneumonia.Model.Tuning;

/// <summary>Trains trials.</summary>
public interface ITrialRunner
{
    /// <summary>Trains a trial up to the epoch of a rung, from where it stood.</summary>
    /// <exception cref="TrainingDivergedException">It cannot be trained with its options.</exception>
    /// <exception cref="OperationCanceledException">The search is stopped; a later call goes on.</exception>
    TrialScore Run(Trial trial, Rung rung, CancellationToken cancellation);

    /// <summary>Frees what was kept to go on with a trial: it will not be run again. May be called more than once.</summary>
    void Release(Trial trial);
}
