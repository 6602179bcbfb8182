using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace Pneumonia.Blazor.Storage.Databases;

/// <summary>A PostgreSQL database.</summary>
public sealed class PostgresDatabase : Database
{
    // Any number that no other user of the server takes: "pneumonia" on a telephone's keys.
    private const long LockKey = 763_666_642;

    private readonly NpgsqlDataSource _source;

    /// <exception cref="StorageException">The connection string is not understood.</exception>
    public PostgresDatabase(string connectionString)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(connectionString);
            Description = $"PostgreSQL database {builder.Database} on {builder.Host}:{builder.Port}";
            _source = NpgsqlDataSource.Create(builder);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidOperationException)
        {
            throw new StorageException("Storage:ConnectionString is not a PostgreSQL connection string.", fault);
        }
    }

    public override string Description { get; }

    public override string ByteOrder => " COLLATE \"C\"";

    public override Task CreateAsync() => ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT 1"));

    public override void Dispose() => _source.Dispose();

    protected internal override async Task<DbConnection> OpenAsync() => await _source.OpenConnectionAsync();

    protected internal override async Task<DbTransaction> BeginWriteAsync(DbConnection connection) =>
        await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);

    protected override async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);

    protected override Task LockAsync(DbTransaction transaction) =>
        transaction.Connection!.ExecuteAsync("SELECT pg_advisory_xact_lock(@LockKey)", new { LockKey }, transaction);

    protected override StorageException? Explain(DbException fault) => fault switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            new StorageFullException($"{Description}: the server's disk is full.", fault),
        PostgresException { SqlState: var state } when IsOutage(state) =>
            new StorageUnavailableException($"{Description}: the server refuses ({state}).", fault),
        PostgresException => null,
        NpgsqlException => new StorageUnavailableException($"{Description}: the server does not answer.", fault),
        _ => null,
    };

    // Connection exceptions, failed log-in, no such database, insufficient resources, operator intervention, system error.
    private static bool IsOutage(string state) => state[..2] is "08" or "28" or "3D" or "53" or "57" or "58" or "XX";
}
