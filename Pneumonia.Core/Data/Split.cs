namespace Pneumonia.Core.Data;

/// <summary>Names of the splits in the Kaggle layout.</summary>
public static class Split
{
    /// <summary>Images to learn from.</summary>
    public const string Train = "train";

    /// <summary>Images to choose by.</summary>
    public const string Val = "val";

    /// <summary>Images that judge, never learnt from or chosen by.</summary>
    public const string Test = "test";

    /// <summary>All of them, in the order of use.</summary>
    public static IReadOnlyList<string> All { get; } = [Train, Val, Test];
}
