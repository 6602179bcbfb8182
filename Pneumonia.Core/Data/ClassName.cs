namespace Pneumonia.Core.Data;

/// <summary>Compares the names of classes as a reader does: <c>Normal</c> in one split and <c>NORMAL</c> in another are one class, and so is
/// a name whose accents a Mac wrote as letters of their own.</summary>
public static class ClassName
{
    /// <summary>The name with which others are compared.</summary>
    public static string Fold(string name) => Accents.Join(name).Trim().ToUpperInvariant().ToLowerInvariant();

    /// <summary>Whether two names are one class's.</summary>
    public static bool Same(string one, string other) => Fold(one) == Fold(other);
}
