namespace Pneumonia.Core.Recipes;

/// <summary>How much of the network is trained, and from where.</summary>
public enum BackboneMode
{
    /// <summary>All layers, from random weights.</summary>
    RandomWeights,

    /// <summary>All layers, from given weights.</summary>
    FineTuned,

    /// <summary>Only the classifier, on features that the given weights compute once for each image.</summary>
    Frozen,
}
