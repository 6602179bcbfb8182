using Pneumonia.Core.Data;

namespace Pneumonia.Core.Judging;

/// <summary>The classes that count as positive, whose probabilities together are held against the threshold.</summary>
/// <param name="Name">The class's name where it is one; else what to call them together, e.g. PNEUMONIA.</param>
/// <param name="Classes">The classes.</param>
public sealed record PositiveGroup(string Name, IReadOnlyList<string> Classes)
{
    private const string Pneumonia = "PNEUMONIA";

    /// <summary>Chooses the positive classes among all and names them.</summary>
    /// <param name="classes">All classes.</param>
    /// <param name="positive">The positive ones. None: all but NORMAL; without NORMAL, PNEUMONIA, else the last.</param>
    /// <exception cref="UserException">A positive class is none of the classes, or no class is left to be negative.</exception>
    public static PositiveGroup Of(IReadOnlyList<string> classes, params IReadOnlyList<string> positive)
    {
        if (positive.Except(classes).FirstOrDefault() is { } unknown)
        {
            throw new UserException($"The positive class {unknown} is none of the classes {string.Join(", ", classes)}.");
        }

        string[] chosen = [.. classes.Where(positive.Count > 0 ? positive.Contains : ByDefault(classes))];
        return chosen.Length < classes.Count
            ? new PositiveGroup(NameOf(chosen, classes), chosen)
            : throw new UserException($"Not all of the classes {string.Join(", ", classes)} can be positive.");
    }

    /// <summary>Name and, where there are several, the classes: <c>PNEUMONIA (BACTERIAL, VIRAL)</c>.</summary>
    public override string ToString() => Classes.Count == 1 ? Name : $"{Name} ({string.Join(", ", Classes)})";

    private static Func<string, bool> ByDefault(IReadOnlyList<string> classes)
    {
        var only = classes.Contains(Pneumonia) ? Pneumonia : classes[^1];
        return classes.Any(IsNormal) ? name => !IsNormal(name) : name => name == only;
    }

    private static string NameOf(string[] chosen, IReadOnlyList<string> classes)
    {
        var name = chosen.Order(StringComparer.Ordinal).SequenceEqual([CauseLabels.Bacterial, CauseLabels.Viral]) ? Pneumonia
            : classes.Except(chosen).All(IsNormal) ? "ABNORMAL"
            : string.Join(" or ", chosen);
        return chosen.Length == 1 ? chosen[0] : classes.Contains(name) ? string.Join(" or ", chosen) : name;
    }

    private static bool IsNormal(string name) => name.Equals(CauseLabels.Normal, StringComparison.OrdinalIgnoreCase);
}
