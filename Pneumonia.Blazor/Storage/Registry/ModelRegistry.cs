using System.Data.Common;
using Dapper;
using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Registry;

internal sealed class ModelRegistry(Database database, IAuditLog audit, Identifiers identifiers, TimeProvider clock) : IModelRegistry
{
    private const string Models =
        """
        SELECT version, name, zip_sha256 AS ZipSha256, zip_bytes AS ZipBytes, origin, registered_at AS RegisteredAt, live_since AS LiveSince
        FROM models
        """;

    private const string Events = "SELECT model_version AS Version, models.name, kind, at, note FROM model_events JOIN models ON version = model_version";

    public Task RegisterAsync(NewModel model) => database.WriteAloneAsync(async transaction =>
    {
        var now = clock.GetUtcNow();
        await transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO models (version, name, file, registered_at, zip_sha256, zip_bytes, origin)
            VALUES (@Version, @Name, @File, @Now, @ZipSha256, @ZipBytes, @Origin)
            ON CONFLICT (version) DO UPDATE SET name = excluded.name, file = excluded.file, zip_sha256 = excluded.zip_sha256,
                zip_bytes = excluded.zip_bytes, origin = excluded.origin, deleted_at = NULL,
                registered_at = CASE WHEN models.deleted_at IS NULL THEN models.registered_at ELSE excluded.registered_at END
            """,
            new
            {
                model.Version, model.Name, File = $"{model.ZipSha256}.zip", Now = now.ToUnixTimeMilliseconds(), model.ZipSha256, model.ZipBytes,
                Origin = DatabaseText.Of(model.Origin),
            },
            transaction);
        await audit.AddAsync(transaction, now, AuditActions.ModelRegistered, model.Version, DatabaseText.Of(model.Origin));
        return true;
    });

    public Task OfferedAsync(string version) => database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(
        "UPDATE models SET offered_at = @Now WHERE version = @version",
        new { version, Now = clock.GetUtcNow().ToUnixTimeMilliseconds() },
        transaction));

    public Task<string?> LastOfferedZipAsync() => database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<string?>(
        "SELECT zip_sha256 FROM models WHERE offered_at IS NOT NULL ORDER BY offered_at DESC LIMIT 1"));

    public Task<RegisteredModel?> PromoteAsync(string version, string? note, StorageTransaction? within) => database.WriteAloneAsync(within, async transaction =>
    {
        await SetLiveAsync(transaction, version, ModelEventKind.Promoted, note);
        return await FindAsync(transaction, version);
    });

    public Task<RegisteredModel?> BeforeLiveAsync() => database.SnapshotAsync(FindBeforeLiveAsync);

    public Task<RegisteredModel?> RollBackAsync(string? note, StorageTransaction? within) => database.WriteAloneAsync(within, async transaction =>
    {
        if (await FindBeforeLiveAsync(transaction) is not { } before)
        {
            return null;
        }

        await SetLiveAsync(transaction, before.Version, ModelEventKind.RolledBack, note);
        return await FindAsync(transaction, before.Version);
    });

    public Task<bool> DeleteAsync(string version) => database.WriteAloneAsync(async transaction =>
    {
        var now = clock.GetUtcNow();
        if (await transaction.Connection!.ExecuteAsync(
            "UPDATE models SET deleted_at = @At WHERE version = @version AND live_since IS NULL AND deleted_at IS NULL",
            new { version, At = now.ToUnixTimeMilliseconds() },
            transaction) == 0)
        {
            return false;
        }

        await audit.AddAsync(transaction, now, AuditActions.ModelDeleted, version);
        return true;
    });

    public Task<RegisteredModel?> LiveAsync() => database.ReadAsync(async connection =>
        (await connection.QuerySingleOrDefaultAsync<Row>($"{Models} WHERE live_since IS NOT NULL"))?.ToModel());

    public Task<IReadOnlyList<RegisteredModel>> ListAsync() => database.ReadAsync(async connection =>
        (IReadOnlyList<RegisteredModel>)[.. (await connection.QueryAsync<Row>(
            $"{Models} WHERE deleted_at IS NULL ORDER BY CASE WHEN live_since IS NULL THEN 1 ELSE 0 END, registered_at DESC, version"))
            .Select(row => row.ToModel())]);

    public Task<IReadOnlyList<ModelEvent>> HistoryAsync() => database.ReadAsync(async connection =>
        (IReadOnlyList<ModelEvent>)[.. (await connection.QueryAsync<EventRow>($"{Events} ORDER BY at DESC, id DESC")).Select(row => row.ToEvent())]);

    private static async Task<RegisteredModel?> FindBeforeLiveAsync(DbTransaction transaction)
    {
        var connection = transaction.Connection!;
        var events = await connection.QueryAsync<EventRow>($"{Events} ORDER BY at, id", transaction: transaction);
        var kept = (await connection.QueryAsync<string>(
            "SELECT version FROM models WHERE deleted_at IS NULL AND live_since IS NULL", transaction: transaction)).ToHashSet();
        var before = LivePile.Of(events.Select(row => row.ToEvent()).Select(change => (change.Version, change.Kind))).Skip(1).FirstOrDefault(kept.Contains);
        return before is null ? null : await FindAsync(transaction, before);
    }

    private static async Task<RegisteredModel?> FindAsync(DbTransaction transaction, string version) =>
        (await transaction.Connection!.QuerySingleOrDefaultAsync<Row>($"{Models} WHERE version = @version", new { version }, transaction))?.ToModel();

    private async Task<bool> SetLiveAsync(DbTransaction transaction, string version, ModelEventKind kind, string? note)
    {
        var (connection, now) = (transaction.Connection!, clock.GetUtcNow());
        var at = now.ToUnixTimeMilliseconds();
        if (await connection.ExecuteAsync(
            "UPDATE models SET live_since = @at WHERE version = @version AND live_since IS NULL AND deleted_at IS NULL",
            new { at, version },
            transaction) == 0)
        {
            return false;
        }

        await connection.ExecuteAsync("UPDATE models SET live_since = NULL WHERE version <> @version", new { version }, transaction);
        await connection.ExecuteAsync(
            "INSERT INTO model_events (id, model_version, kind, at, note) VALUES (@Id, @version, @Kind, @at, @note)",
            new { Id = identifiers.New(now), version, Kind = DatabaseText.Of(kind), at, note },
            transaction);
        var action = kind == ModelEventKind.Promoted ? AuditActions.ModelPromoted : AuditActions.ModelRolledBack;
        await audit.AddAsync(transaction, now, action, version, note);
        return true;
    }

    private sealed class Row
    {
        public string Version { get; init; } = string.Empty;

        public string Name { get; init; } = string.Empty;

        public string? ZipSha256 { get; init; }

        public long? ZipBytes { get; init; }

        public string Origin { get; init; } = string.Empty;

        public long RegisteredAt { get; init; }

        public long? LiveSince { get; init; }

        public RegisteredModel ToModel() => new(
            Version, Name, ZipSha256, ZipBytes, Enum.Parse<ModelOrigin>(Origin, ignoreCase: true),
            DateTimeOffset.FromUnixTimeMilliseconds(RegisteredAt),
            LiveSince is { } since ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null);
    }

    private sealed class EventRow
    {
        public string Version { get; init; } = string.Empty;

        public string Name { get; init; } = string.Empty;

        public string Kind { get; init; } = string.Empty;

        public long At { get; init; }

        public string? Note { get; init; }

        public ModelEvent ToEvent() => new(
            Version, Name, Enum.Parse<ModelEventKind>(Kind, ignoreCase: true), DateTimeOffset.FromUnixTimeMilliseconds(At), Note);
    }
}
