namespace Pneumonia.Tests.Storage;

/// <summary>Tests that share one PostgreSQL server.</summary>
[CollectionDefinition(Name)]
public sealed class StorageCollection : ICollectionFixture<PostgresServer>
{
    public const string Name = "storage";
}
