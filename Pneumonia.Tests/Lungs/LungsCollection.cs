namespace Pneumonia.Tests.Lungs;

/// <summary>Tests that draw from libtorch's one random generator: nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LungsCollection : ICollectionFixture<LungPhantoms>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "lungs";
}
