namespace Pneumonia.Core.Data;

/// <summary>Names of the splits, and the names that people give their folders.</summary>
public static class Split
{
    /// <summary>Images to learn from.</summary>
    public const string Train = "train";

    /// <summary>Images to choose by.</summary>
    public const string Val = "val";

    /// <summary>Images that judge, never learnt from or chosen by.</summary>
    public const string Test = "test";

    // What may be either to choose by or to judge (evaluation) is kept for judging: that can spoil no figure.
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["train"] = Train, ["training"] = Train, ["trn"] = Train,
        ["val"] = Val, ["valid"] = Val, ["validate"] = Val, ["validation"] = Val, ["dev"] = Val, ["development"] = Val,
        ["test"] = Test, ["testing"] = Test, ["tst"] = Test, ["holdout"] = Test, ["heldout"] = Test, ["eval"] = Test, ["evaluation"] = Test,
    };

    private static readonly string[] s_endings = ["set", "data", "dataset", "images", "split"];

    /// <summary>All of them, in the order of use.</summary>
    public static IReadOnlyList<string> All { get; } = [Train, Val, Test];

    /// <summary>The split that a folder of this name holds: <c>Training</c>, <c>valid</c>, <c>hold-out</c>, <c>test_set</c>; null: the name is
    /// no split's.</summary>
    public static string? Of(string folderName)
    {
        var name = string.Concat(ClassName.Fold(folderName).Where(char.IsLetterOrDigit));
        return s_names.GetValueOrDefault(name)
            ?? s_endings.Where(ending => name.EndsWith(ending, StringComparison.Ordinal))
                .Select(ending => s_names.GetValueOrDefault(name[..^ending.Length]))
                .FirstOrDefault(split => split is not null);
    }
}
