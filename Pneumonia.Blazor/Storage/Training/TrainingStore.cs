using System.Data.Common;
using System.Text.Json;
using Dapper;
using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Core.Files;
using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Blazor.Storage.Training;

internal sealed class TrainingStore(Database database, IAuditLog audit, Identifiers identifiers, TimeProvider clock) : ITrainingStore
{
    private const string Runs =
        """
        SELECT id, state, queued_at AS QueuedAt, started_at AS StartedAt, ended_at AS EndedAt, request, epochs, model_version AS ModelVersion, error,
            discarded_at AS DiscardedAt
        FROM training_runs
        """;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<TrainingRun> AddAsync(TrainingRequest request) => database.WriteAsync(async transaction =>
    {
        var now = clock.GetUtcNow();
        var id = identifiers.New(now);
        await transaction.Connection!.ExecuteAsync(
            "INSERT INTO training_runs (id, state, queued_at, request, epochs) VALUES (@id, 'queued', @Now, @Request, '[]')",
            new { id, Now, Request = Json(request) },
            transaction);
        await audit.AddAsync(transaction, now, AuditActions.TrainingStarted, id, request.DataName);
        return (await FindAsync(transaction.Connection!, id, transaction))!;
    });

    public Task<TrainingRun?> FindAsync(string id) => database.ReadAsync(connection => FindAsync(connection, id, null));

    public Task<IReadOnlyList<TrainingRun>> ListAsync(int limit) => database.ReadAsync(async connection =>
        (IReadOnlyList<TrainingRun>)[.. (await connection.QueryAsync<Row>($"{Runs} ORDER BY queued_at DESC, id DESC LIMIT @limit", new { limit }))
            .Select(row => row.ToRun())]);

    public Task<TrainingRun?> ClaimAsync() => database.WriteAloneAsync(async transaction =>
    {
        var connection = transaction.Connection!;
        var id = await connection.QueryFirstOrDefaultAsync<string?>(
            "SELECT id FROM training_runs WHERE state = 'queued' ORDER BY queued_at, id LIMIT 1", transaction: transaction);
        if (id is null)
        {
            return null;
        }

        await connection.ExecuteAsync(
            "UPDATE training_runs SET state = 'running', started_at = COALESCE(started_at, @Now) WHERE id = @id", new { id, Now }, transaction);
        return await FindAsync(connection, id, transaction);
    });

    public Task<bool> SaveEpochsAsync(string id, IReadOnlyList<EpochRecord> epochs) => database.WriteAsync(async transaction =>
        await transaction.Connection!.ExecuteAsync(
            "UPDATE training_runs SET epochs = @Epochs WHERE id = @id AND state = 'running'", new { id, Epochs = Json(epochs) }, transaction) > 0);

    public Task<bool> EndAsync(string id, TrainingRunState state, string? modelVersion, string? error) => database.WriteAsync(async transaction =>
        await transaction.Connection!.ExecuteAsync(
            """
            UPDATE training_runs SET state = @State, ended_at = @Now, model_version = @modelVersion, error = @error
            WHERE id = @id AND state = 'running'
            """,
            new { id, State = DatabaseText.Of(state), Now, modelVersion, error },
            transaction) > 0);

    public Task<bool> CancelAsync(string id) => ChangeAsync(
        id, AuditActions.TrainingCancelled, "state = 'cancelled', ended_at = @Now", "state IN ('queued', 'running')");

    public Task<bool> ResumeAsync(string id) => ChangeAsync(
        id, AuditActions.TrainingResumed, "state = 'queued', queued_at = @Now, ended_at = NULL, error = NULL",
        "state IN ('failed', 'cancelled', 'interrupted') AND discarded_at IS NULL");

    public Task<bool> DiscardAsync(string id) => ChangeAsync(
        id, AuditActions.TrainingDiscarded, "discarded_at = COALESCE(discarded_at, @Now)", "state NOT IN ('queued', 'running')");

    public Task InterruptAsync() => database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(
        "UPDATE training_runs SET state = 'interrupted', ended_at = @Now WHERE state = 'running'", new { Now }, transaction));

    private Task<bool> ChangeAsync(string id, string action, string change, string condition) => database.WriteAsync(async transaction =>
    {
        var changed = await transaction.Connection!.ExecuteAsync(
            $"UPDATE training_runs SET {change} WHERE id = @id AND {condition}", new { id, Now }, transaction) > 0;
        if (changed)
        {
            await audit.AddAsync(transaction, clock.GetUtcNow(), action, id);
        }

        return changed;
    });

    private static async Task<TrainingRun?> FindAsync(DbConnection connection, string id, DbTransaction? transaction) =>
        (await connection.QuerySingleOrDefaultAsync<Row>($"{Runs} WHERE id = @id", new { id }, transaction))?.ToRun();

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, ModelJson.Options);

    private sealed class Row
    {
        public string Id { get; init; } = string.Empty;

        public string State { get; init; } = string.Empty;

        public long QueuedAt { get; init; }

        public long? StartedAt { get; init; }

        public long? EndedAt { get; init; }

        public string Request { get; init; } = string.Empty;

        public string Epochs { get; init; } = string.Empty;

        public string? ModelVersion { get; init; }

        public string? Error { get; init; }

        public long? DiscardedAt { get; init; }

        public TrainingRun ToRun() => new(
            Id, Enum.Parse<TrainingRunState>(State, ignoreCase: true), Time(QueuedAt), StartedAt is { } started ? Time(started) : null,
            EndedAt is { } ended ? Time(ended) : null, JsonSerializer.Deserialize<TrainingRequest>(Request, ModelJson.Options)!,
            JsonSerializer.Deserialize<EpochRecord[]>(Epochs, ModelJson.Options)!, ModelVersion, Error,
            DiscardedAt is { } discarded ? Time(discarded) : null);

        private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }
}
