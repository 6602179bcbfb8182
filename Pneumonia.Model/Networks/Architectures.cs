namespace Pneumonia.Model.Networks;

/// <summary>The architectures there are. A new one is one file and one line here.</summary>
public static class Architectures
{
    /// <summary>All of them, the default first.</summary>
    public static IReadOnlyList<Architecture> All { get; } = [ResNet18.Architecture];

    /// <summary>Finds an architecture by its name, whatever the case.</summary>
    /// <exception cref="UserException">There is none of that name; the message lists those there are.</exception>
    public static Architecture Find(string name) =>
        All.FirstOrDefault(architecture => string.Equals(architecture.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UserException(
            $"There is no architecture '{name}'. Choose one of: {string.Join(", ", All.Select(architecture => architecture.Name))}.");
}
