namespace Pneumonia.Core.Recipes;

/// <summary>What there is to know of a network without making one.</summary>
/// <param name="Name">Name as in the field, lower case, e.g. <c>resnet18</c>; the command line and manifests use it.</param>
/// <param name="MinimumSize">Smallest width and height of an image, in pixels, that the network can take.</param>
public sealed record Architecture(string Name, int MinimumSize = 1)
{
    /// <summary>Other names that it is known by, e.g. ML.NET's.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether this is the architecture of that name or alias, whatever the case.</summary>
    public bool IsCalled(string name) => Aliases.Prepend(Name).Contains(name, StringComparer.OrdinalIgnoreCase);
}
