namespace Pneumonia.Tests.Training;

/// <summary>Tests that draw from libtorch's one random generator: nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TrainingCollection : ICollectionFixture<TrainedModelFixture>, ICollectionFixture<CauseModelFixture>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "training";
}
