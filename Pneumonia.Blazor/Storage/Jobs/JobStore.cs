using System.Data.Common;
using Dapper;
using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Storage.Jobs;

internal sealed class JobStore(Database database, IAuditLog audit, TimeProvider clock) : IJobStore
{
    private const string CountWaiting = "SELECT COUNT(*) FROM job_files WHERE state = 'waiting'";

    // Alone, so that two jobs at once cannot both take the queue's last place.
    public Task AddAsync(
        string id, DateTimeOffset received, IReadOnlyList<JobFile> files, int mostWaiting, StorageTransaction? within) =>
        database.WriteAloneAsync(within, async transaction =>
        {
            var connection = transaction.Connection!;
            var waiting = await connection.ExecuteScalarAsync<long>(CountWaiting, transaction: transaction);
            if (waiting + files.Count > mostWaiting)
            {
                throw new QueueFullException(waiting);
            }

            await connection.ExecuteAsync(
                "INSERT INTO jobs (id, received_at) VALUES (@id, @At)", new { id, At = received.ToUnixTimeMilliseconds() }, transaction);
            await connection.ExecuteAsync(JobFileRow.Insert, files, transaction);
            await audit.AddAsync(transaction, clock.GetUtcNow(), AuditActions.JobReceived, id, $"{files.Count} files");
            return true;
        });

    public Task<StoredJob?> FindAsync(string id) => database.ReadAsync(async connection =>
        (await connection.QuerySingleOrDefaultAsync<JobRow>(
            JobRow.Select("(SELECT * FROM jobs WHERE id = @id)"), new { id }))?.ToJob());

    public Task<IReadOnlyList<JobFile>> FilesAsync(string id) => database.ReadAsync(async connection =>
        (IReadOnlyList<JobFile>)[.. (await connection.QueryAsync<JobFileRow>(
            $"SELECT {JobFileRow.Columns} FROM job_files WHERE job_id = @id ORDER BY place", new { id }))
            .Select(row => row.ToFile())]);

    public Task<JobPage> ListAsync(string? after, int limit) => database.ReadAsync(async connection =>
    {
        var page = $"(SELECT * FROM jobs {(after is null ? string.Empty : "WHERE id < @after")} ORDER BY id DESC LIMIT @Most)";
        var rows = (await connection.QueryAsync<JobRow>(JobRow.Select(page), new { after, Most = limit + 1 })).AsList();
        var jobs = rows.Take(limit).Select(row => row.ToJob()).ToList();
        return new JobPage(jobs, rows.Count > limit ? jobs[^1].Id : null);
    });

    public Task<bool> CancelAsync(string id) => database.WriteAsync(async transaction =>
    {
        var (connection, now) = (transaction.Connection!, clock.GetUtcNow());
        if (await connection.ExecuteAsync(
            "UPDATE job_files SET state = 'cancelled' WHERE job_id = @id AND state = 'waiting'", new { id }, transaction) == 0)
        {
            return false;
        }

        await connection.ExecuteAsync(
            "UPDATE jobs SET cancelled_at = @At WHERE id = @id", new { id, At = now.ToUnixTimeMilliseconds() }, transaction);
        await audit.AddAsync(transaction, now, AuditActions.JobCancelled, id);
        return true;
    });

    public Task<JobFile?> NextAsync() => database.WriteAsync(async transaction =>
        (await transaction.Connection!.QuerySingleOrDefaultAsync<JobFileRow>(
            $"""
            UPDATE job_files SET attempts = attempts + 1
            WHERE id = (SELECT id FROM job_files WHERE state = 'waiting' ORDER BY job_id, place LIMIT 1)
            RETURNING {JobFileRow.Columns}
            """,
            transaction: transaction))?.ToFile());

    public Task<bool> FinishAsync(JobFile file, StoredStudy study) => database.WriteAsync(async transaction =>
    {
        if (!await LeaveQueueAsync(transaction, file, JobFileState.Done, study.Id, error: null))
        {
            return false;
        }

        await StudyStore.InsertAsync(transaction, study, audit, clock.GetUtcNow());
        return true;
    });

    public Task<bool> FailAsync(JobFile file, UserText sentence) => database.WriteAsync(transaction =>
        LeaveQueueAsync(transaction, file, JobFileState.Failed, studyId: null, UserTextJson.Write(sentence)));

    public Task<long> CountWaitingAsync() => database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(CountWaiting));

    private static async Task<bool> LeaveQueueAsync(
        DbTransaction transaction, JobFile file, JobFileState state, string? studyId, string? error) =>
        await transaction.Connection!.ExecuteAsync(
            "UPDATE job_files SET state = @State, study_id = @studyId, error = @error WHERE id = @Id AND state = 'waiting'",
            new { file.Id, State = DatabaseText.Of(state), studyId, error },
            transaction) == 1;
}
