using System.Data.Common;
using Dapper;
using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Idempotency;

internal sealed class IdempotencyStore(Database database, TimeProvider clock) : IIdempotencyStore
{
    public async Task AddAsync(StoredAnswer answer, StorageTransaction within)
    {
        if (!await within.WriteAsync(transaction => TryAddAsync(transaction, answer, clock.GetUtcNow())))
        {
            throw new KeyTakenException();
        }
    }

    public Task<StoredAnswer?> FindAsync(string key) => database.ReadAsync(async connection =>
        (await connection.QuerySingleOrDefaultAsync<Row>(
            """
            SELECT request_hash AS RequestHash, status, location, body, expires_at AS ExpiresAt FROM idempotency_keys
            WHERE key = @key AND expires_at > @Now
            """,
            new { key, Now = clock.GetUtcNow().ToUnixTimeMilliseconds() })) is { } row
        ? new StoredAnswer(
            key, row.RequestHash, row.Status, row.Location, row.Body, DateTimeOffset.FromUnixTimeMilliseconds(row.ExpiresAt))
        : null);

    public Task<int> RemoveExpiredAsync(DateTimeOffset now) => database.WriteAsync(transaction =>
        transaction.Connection!.ExecuteAsync(
            "DELETE FROM idempotency_keys WHERE expires_at <= @Now", new { Now = now.ToUnixTimeMilliseconds() }, transaction));

    private static async Task<bool> TryAddAsync(DbTransaction transaction, StoredAnswer answer, DateTimeOffset now)
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(
            "DELETE FROM idempotency_keys WHERE key = @Key AND expires_at <= @Now",
            new { answer.Key, Now = now.ToUnixTimeMilliseconds() },
            transaction);
        return await connection.ExecuteAsync(
            """
            INSERT INTO idempotency_keys (key, request_hash, status, location, body, expires_at)
            VALUES (@Key, @RequestHash, @Status, @Location, @Body, @ExpiresAt)
            ON CONFLICT (key) DO NOTHING
            """,
            new
            {
                answer.Key, answer.RequestHash, answer.Status, answer.Location, answer.Body,
                ExpiresAt = answer.Expires.ToUnixTimeMilliseconds(),
            },
            transaction) == 1;
    }

    private sealed class Row
    {
        public string RequestHash { get; init; } = string.Empty;

        public int Status { get; init; }

        public string Location { get; init; } = string.Empty;

        public string Body { get; init; } = string.Empty;

        public long ExpiresAt { get; init; }
    }
}
