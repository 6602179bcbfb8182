using System.Diagnostics.CodeAnalysis;

namespace Pneumonia.Blazor.Storage.Studies;

/// <summary>In which order studies want to be read; the smallest first.</summary>
[SuppressMessage("Design", "CA1008", Justification = "A study always has an urgency.")]
public enum Urgency
{
    /// <summary>The model is far above its threshold.</summary>
    Urgent = 1,

    /// <summary>The model is above its threshold, or does not vouch for its answer.</summary>
    Soon = 2,

    /// <summary>The model is below its threshold.</summary>
    Routine = 3,
}
