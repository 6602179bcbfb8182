using System.Data.Common;
using Dapper;
using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Registry;

internal sealed class ModelRegistry(Database database, TimeProvider clock) : IModelRegistry
{
    private const string Models = "SELECT version, name, file, live_since AS LiveSince FROM models";
    private const string Events = "SELECT model_version AS Version, kind, at, note FROM model_events";

    public Task PromoteAsync(string version, string name, string file, string? note) => database.WriteAloneAsync(async transaction =>
    {
        var (connection, now) = (transaction.Connection!, clock.GetUtcNow());
        await connection.ExecuteAsync(
            """
            INSERT INTO models (version, name, file, registered_at) VALUES (@version, @name, @file, @Now)
            ON CONFLICT (version) DO UPDATE SET file = excluded.file
            """,
            new { version, name, file, Now = now.ToUnixTimeMilliseconds() },
            transaction);
        return await SetLiveAsync(transaction, version, ModelEventKind.Promoted, now, note);
    });

    public Task<RegisteredModel?> RollBackAsync(string? note) => database.WriteAloneAsync(async transaction =>
    {
        var previous = BeforeLive(await transaction.Connection!.QueryAsync<EventRow>($"{Events} ORDER BY at, id", transaction: transaction));
        if (previous is null)
        {
            return null;
        }

        await SetLiveAsync(transaction, previous, ModelEventKind.RolledBack, clock.GetUtcNow(), note);
        return (await transaction.Connection!.QuerySingleAsync<Row>(
            $"{Models} WHERE version = @previous", new { previous }, transaction)).ToModel();
    });

    public Task<RegisteredModel?> LiveAsync() => database.ReadAsync(async connection =>
        (await connection.QuerySingleOrDefaultAsync<Row>($"{Models} WHERE live_since IS NOT NULL"))?.ToModel());

    public Task<IReadOnlyList<RegisteredModel>> ListAsync() => database.ReadAsync(async connection =>
        (IReadOnlyList<RegisteredModel>)[.. (await connection.QueryAsync<Row>(
            $"{Models} ORDER BY CASE WHEN live_since IS NULL THEN 1 ELSE 0 END, registered_at DESC, version"))
            .Select(row => row.ToModel())]);

    public Task<IReadOnlyList<ModelEvent>> HistoryAsync() => database.ReadAsync(async connection =>
        (IReadOnlyList<ModelEvent>)[.. (await connection.QueryAsync<EventRow>(
            $"{Events} ORDER BY at DESC, id DESC"))
            .Select(row => row.ToEvent())]);

    // Every promotion puts a model on a pile, every roll-back takes one off.
    private static string? BeforeLive(IEnumerable<EventRow> events)
    {
        var pile = new Stack<string>();
        foreach (var change in events.Select(row => row.ToEvent()))
        {
            if (change.Kind == ModelEventKind.Promoted)
            {
                pile.Push(change.Version);
            }
            else
            {
                pile.Pop();
            }
        }

        return pile.Skip(1).FirstOrDefault();
    }

    private static async Task<bool> SetLiveAsync(
        DbTransaction transaction, string version, ModelEventKind kind, DateTimeOffset now, string? note)
    {
        var (connection, at) = (transaction.Connection!, now.ToUnixTimeMilliseconds());
        if (await connection.ExecuteAsync(
            "UPDATE models SET live_since = @at WHERE version = @version AND live_since IS NULL", new { at, version }, transaction) == 0)
        {
            return false;
        }

        await connection.ExecuteAsync("UPDATE models SET live_since = NULL WHERE version <> @version", new { version }, transaction);
        await connection.ExecuteAsync(
            "INSERT INTO model_events (id, model_version, kind, at, note) VALUES (@Id, @version, @Kind, @at, @note)",
            new { Id = Identifiers.New(now), version, Kind = DatabaseText.Of(kind), at, note },
            transaction);
        var action = kind == ModelEventKind.Promoted ? AuditActions.ModelPromoted : AuditActions.ModelRolledBack;
        await AuditLog.AddAsync(transaction, now, action, version, note);
        return true;
    }

    private sealed class Row
    {
        public string Version { get; init; } = string.Empty;

        public string Name { get; init; } = string.Empty;

        public string File { get; init; } = string.Empty;

        public long? LiveSince { get; init; }

        public RegisteredModel ToModel() => new(
            Version, Name, File, LiveSince is { } since ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null);
    }

    private sealed class EventRow
    {
        public string Version { get; init; } = string.Empty;

        public string Kind { get; init; } = string.Empty;

        public long At { get; init; }

        public string? Note { get; init; }

        public ModelEvent ToEvent() => new(
            Version, Enum.Parse<ModelEventKind>(Kind, ignoreCase: true), DateTimeOffset.FromUnixTimeMilliseconds(At), Note);
    }
}
