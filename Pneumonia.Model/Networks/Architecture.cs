namespace Pneumonia.Model.Networks;

/// <summary>A network that can be named on the command line and in a manifest.</summary>
/// <param name="Name">Name as in the field, lower case, e.g. <c>resnet18</c>.</param>
/// <param name="Create">Makes the network with random weights.</param>
public sealed record Architecture(string Name, Func<NetworkOptions, Network> Create)
{
    /// <summary>Other names that it is known by, e.g. ML.NET's.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Smallest width and height of an image, in pixels, that the network can take.</summary>
    public int MinimumSize { get; init; } = 1;

    /// <summary>Whether this is the architecture of that name or alias, whatever the case.</summary>
    public bool IsCalled(string name) => Aliases.Prepend(Name).Contains(name, StringComparer.OrdinalIgnoreCase);
}
