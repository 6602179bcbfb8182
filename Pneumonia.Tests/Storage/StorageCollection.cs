using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Storage;

/// <summary>Tests that share one PostgreSQL server and one model.</summary>
[CollectionDefinition(Name)]
public sealed class StorageCollection : ICollectionFixture<PostgresServer>, ICollectionFixture<TrainedModelFixture>
{
    public const string Name = "storage";
}
