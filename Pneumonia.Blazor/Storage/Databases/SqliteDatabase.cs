using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Pneumonia.Blazor.Storage.Databases;

/// <summary>A SQLite file. A commit is on disk when it returns (write-ahead log, <c>synchronous=FULL</c>).</summary>
public sealed class SqliteDatabase(string path) : Database
{
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    // Not ReadWriteCreate: a file that was lost must not come back empty.
    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWrite,
        ForeignKeys = true,
    }.ToString();

    public override string Description => $"SQLite file {path}";

    public override string ByteOrder => string.Empty;

    public override async Task CreateAsync()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using (new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
            {
            }

            DirectorySync.Flush(Path.GetDirectoryName(path)!);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException($"{Description}: cannot be made: {fault.Message}", fault);
        }

        await ReadAsync(connection => connection.ExecuteAsync("PRAGMA journal_mode = WAL"));
    }

    public override void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    protected internal override async Task<DbConnection> OpenAsync()
    {
        // A pooled connection would go on writing to a file that somebody has deleted.
        if (!File.Exists(path))
        {
            throw new StorageUnavailableException($"{Description}: the file is missing; restore it from a backup.");
        }

        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync();
            await connection.ExecuteAsync("PRAGMA synchronous = FULL");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    protected internal override Task<DbTransaction> BeginWriteAsync(DbConnection connection) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false));

    protected override Task<DbTransaction> BeginSnapshotAsync(DbConnection connection) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: true));

    // Every transaction that writes is alone in SQLite.
    protected override Task LockAsync(DbTransaction transaction) => Task.CompletedTask;

    protected override StorageException? Explain(DbException fault) => (fault as SqliteException)?.SqliteErrorCode switch
    {
        Full => new StorageFullException($"{Description}: the disk is full.", fault),
        Busy => new StorageUnavailableException($"{Description}: another program holds it locked.", fault),
        ReadOnly => new StorageUnavailableException($"{Description}: it can only be read, not written.", fault),
        InputOutput => new StorageUnavailableException($"{Description}: the disk failed to read or write.", fault),
        Corrupt or NotADatabase => new StorageUnavailableException($"{Description}: it is damaged; restore it from a backup.", fault),
        CannotOpen => new StorageUnavailableException($"{Description}: cannot be opened.", fault),
        _ => null,
    };
}
