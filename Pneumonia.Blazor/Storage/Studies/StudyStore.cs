using System.Data.Common;
using Dapper;
using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Studies;

internal sealed class StudyStore(Database database, IAuditLog audit, TimeProvider clock) : IStudyStore
{
    // Tables whose rows belong to a study, by their column study_id.
    private static readonly string[] s_dependents = ["readings", "corrections", "notes"];

    /// <summary>Stores a study in the transaction of what brings it.</summary>
    public static async Task InsertAsync(DbTransaction transaction, StoredStudy study, IAuditLog audit, DateTimeOffset now)
    {
        await transaction.Connection!.ExecuteAsync(StudyRow.Insert, StudyRow.From(study), transaction);
        await audit.AddAsync(transaction, now, AuditActions.StudyReceived, study.Id, study.Model);
    }

    public Task AddAsync(StoredStudy study, StorageTransaction? within) => database.WriteAsync(within, async transaction =>
    {
        await InsertAsync(transaction, study, audit, clock.GetUtcNow());
        return true;
    });

    public Task<StoredStudy?> FindAsync(string id) => database.ReadAsync(async connection =>
        (await connection.QuerySingleOrDefaultAsync<StudyRow>($"SELECT {StudyRow.Columns} FROM studies WHERE id = @id", new { id }))
        ?.ToStudy());

    public Task<StudyPage> ListAsync(StudyQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, StudyQuery.MostPerPage);
        if (query.After is { } after && after.Sort != query.Sort)
        {
            throw new ArgumentException("The cursor belongs to another order.", nameof(query));
        }

        return database.ReadAsync(async connection =>
        {
            var (sql, parameters) = StudySql.Page(query);
            var rows = (await connection.QueryAsync<StudyRow>(sql, parameters)).AsList();
            var studies = rows.Take(query.Limit).Select(row => row.ToStudy()).ToList();
            return new StudyPage(studies, rows.Count > query.Limit ? StudyCursor.After(query.Sort, studies[^1]) : null);
        });
    }

    public Task<long> CountAsync(StudyQuery query) => database.ReadAsync(connection =>
    {
        var (sql, parameters) = StudySql.Count(query);
        return connection.ExecuteScalarAsync<long>(sql, parameters);
    });

    public Task<IReadOnlyList<StoredStudy>> ListOfPatientAsync(string patient) => database.ReadAsync(async connection =>
        (IReadOnlyList<StoredStudy>)[.. (await connection.QueryAsync<StudyRow>(
            $"SELECT {StudyRow.Columns} FROM studies WHERE patient = @patient ORDER BY received_at DESC, id DESC", new { patient }))
            .Select(row => row.ToStudy())]);

    public Task<bool> SetPatientAsync(string id, string? patient) => database.WriteAsync(async transaction =>
    {
        var connection = transaction.Connection!;
        if (await connection.QuerySingleOrDefaultAsync<StudyRow>(
            $"SELECT {StudyRow.Columns} FROM studies WHERE id = @id", new { id }, transaction) is not { } row)
        {
            return false;
        }

        await connection.ExecuteAsync(
            "UPDATE studies SET patient = @patient, search_text = @SearchText WHERE id = @id",
            new { id, patient, StudyRow.From(row.ToStudy() with { Patient = patient }).SearchText },
            transaction);
        await audit.AddAsync(transaction, clock.GetUtcNow(), AuditActions.PatientNamed, id);
        return true;
    });

    public Task<IReadOnlyDictionary<StudyStatus, long>> CountAsync() => database.ReadAsync(async connection =>
        (IReadOnlyDictionary<StudyStatus, long>)(await connection.QueryAsync<StatusCount>(
            "SELECT status, COUNT(*) AS Count FROM studies GROUP BY status"))
            .ToDictionary(row => Enum.Parse<StudyStatus>(row.Status, ignoreCase: true), row => row.Count));

    public Task<IReadOnlyList<string>> MarkReadAsync(IReadOnlyCollection<string> ids) => ForEachAsync(
        ids,
        AuditActions.StudyRead,
        (transaction, id) => transaction.Connection!.ExecuteAsync(
            "UPDATE studies SET status = 'read' WHERE id = @id AND status IN ('new', 'refused')", new { id }, transaction));

    public async Task<int> MarkUnreadAsync(IReadOnlyCollection<string> ids) => (await ForEachAsync(
        ids,
        AuditActions.StudyUnread,
        (transaction, id) => transaction.Connection!.ExecuteAsync(
            """
            UPDATE studies SET status = CASE WHEN refused = 1 THEN 'refused' ELSE 'new' END
            WHERE id = @id AND status = 'read' AND NOT EXISTS (SELECT 1 FROM readings WHERE study_id = @id)
            """,
            new { id },
            transaction))).Count;

    public async Task<int> DeleteAsync(IReadOnlyCollection<string> ids) => (await ForEachAsync(
        ids,
        AuditActions.StudyDeleted,
        async (transaction, id) =>
        {
            foreach (var table in s_dependents)
            {
                await transaction.Connection!.ExecuteAsync($"DELETE FROM {table} WHERE study_id = @id", new { id }, transaction);
            }

            // A job's file stays, without the study that it became.
            await transaction.Connection!.ExecuteAsync("UPDATE job_files SET study_id = NULL WHERE study_id = @id", new { id }, transaction);
            return await transaction.Connection!.ExecuteAsync("DELETE FROM studies WHERE id = @id", new { id }, transaction);
        })).Count;

    public Task<IReadOnlySet<string>> ImagesAsync() => database.ReadAsync(async connection =>
        (IReadOnlySet<string>)(await connection.QueryAsync<string>(
            """
            SELECT image_sha256 FROM studies UNION SELECT image_sha256 FROM job_files WHERE state = 'waiting'
            """)).ToHashSet());

    public Task<bool> NeedsImageAsync(string hash) => database.ReadAsync(async connection =>
        await connection.ExecuteScalarAsync<long>(
            """
            SELECT (SELECT COUNT(*) FROM studies WHERE image_sha256 = @hash)
                + (SELECT COUNT(*) FROM job_files WHERE image_sha256 = @hash AND state = 'waiting')
            """,
            new { hash }) > 0);

    // All or none; what changed nothing leaves no trace in the audit log.
    private Task<IReadOnlyList<string>> ForEachAsync(IEnumerable<string> ids, string action, Func<DbTransaction, string, Task<int>> change) =>
        database.WriteAsync(async transaction =>
        {
            var changed = new List<string>();
            foreach (var id in ids)
            {
                if (await change(transaction, id) > 0)
                {
                    changed.Add(id);
                    await audit.AddAsync(transaction, clock.GetUtcNow(), action, id);
                }
            }

            return (IReadOnlyList<string>)changed;
        });

    private sealed class StatusCount
    {
        public string Status { get; init; } = string.Empty;

        public long Count { get; init; }
    }
}
