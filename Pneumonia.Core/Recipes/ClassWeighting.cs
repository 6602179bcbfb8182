namespace Pneumonia.Core.Recipes;

/// <summary>How much an image of each class counts in the loss.</summary>
public enum ClassWeighting
{
    /// <summary>Inversely to the class's share, so that every class counts the same.</summary>
    Balanced,

    /// <summary>Every image counts the same.</summary>
    None,
}
