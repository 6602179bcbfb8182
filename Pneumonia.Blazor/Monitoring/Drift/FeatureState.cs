namespace Pneumonia.Blazor.Monitoring.Drift;

/// <summary>What can be said of a feature.</summary>
public enum FeatureState
{
    /// <summary>It is distributed as in the reference, as far as so many studies tell.</summary>
    Stable,

    /// <summary>It has moved.</summary>
    Moved,

    /// <summary>Too few studies have come in to tell.</summary>
    TooFew,

    /// <summary>All images of the reference have one value, as after resizing: nothing can be held against that.</summary>
    Constant,

    /// <summary>The model's zip holds no reference for it.</summary>
    NoReference,
}
