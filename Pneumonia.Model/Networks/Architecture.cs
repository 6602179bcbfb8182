namespace Pneumonia.Model.Networks;

/// <summary>A network that can be named on the command line and in a manifest.</summary>
/// <param name="Name">Name as in the field, lower case, e.g. <c>resnet18</c>.</param>
/// <param name="Create">Makes the network with random weights.</param>
public sealed record Architecture(string Name, Func<NetworkOptions, Network> Create);
