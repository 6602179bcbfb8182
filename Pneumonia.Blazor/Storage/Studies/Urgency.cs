using System.Diagnostics.CodeAnalysis;

namespace Pneumonia.Blazor.Storage.Studies;

/// <summary>In which order studies want to be read; the smallest first.</summary>
[SuppressMessage("Design", "CA1008", Justification = "A study always has an urgency.")]
public enum Urgency
{
    /// <summary>The model rules its finding in or, without limits for that, is far above its threshold.</summary>
    Urgent = 1,

    /// <summary>The model cannot say, does not vouch for its answer or, without limits, is above its threshold.</summary>
    Soon = 2,

    /// <summary>The model rules its finding out or, without limits for that, is below its threshold.</summary>
    Routine = 3,
}
