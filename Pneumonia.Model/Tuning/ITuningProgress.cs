using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Model.Tuning;

/// <summary>Hears how a search goes.</summary>
public interface ITuningProgress
{
    /// <summary>A trial is about to be trained.</summary>
    void Started(Trial trial, Rung rung, TuningState state);

    /// <summary>Its training goes on. May be called from any thread, one at a time.</summary>
    void Report(ImageClassificationMetrics metrics);

    /// <summary>It has reached its rung, or failed; the state has been saved.</summary>
    void Ended(Trial trial, TuningState state);

    /// <summary>Something that a person should know.</summary>
    void Log(string message);
}
