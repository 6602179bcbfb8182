using Pneumonia.Core.Recipes;

namespace Pneumonia.Tests.Networks;

/// <summary>Tests that make large networks: one at a time, so that memory holds only one.</summary>
[CollectionDefinition(Name)]
public sealed class NetworkCollection
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "networks";

    /// <summary>Names of all architectures.</summary>
    public static TheoryData<string> Architectures =>
        [.. Core.Recipes.Architectures.All.Select(architecture => architecture.Name)];
}
