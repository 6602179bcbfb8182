using Dapper;
using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Corrections;

internal sealed class CorrectionStore(Database database, IAuditLog audit, Identifiers identifiers, TimeProvider clock) : ICorrectionStore
{
    public Task<bool> AddAsync(string studyId, string label, string? note) =>
        AddAsync(new Correction(studyId, label, note, clock.GetUtcNow()));

    public Task<bool> AddAsync(Correction correction, StorageTransaction? within = null) => database.WriteAsync(within, async transaction =>
    {
        var connection = transaction.Connection!;
        var (studyId, label, note, at) = correction;
        if (await connection.ExecuteAsync(
            "UPDATE studies SET status = 'corrected' WHERE id = @studyId", new { studyId }, transaction) == 0)
        {
            return false;
        }

        await connection.ExecuteAsync(
            "INSERT INTO corrections (id, study_id, label, note, at) VALUES (@Id, @studyId, @label, @note, @At)",
            new { Id = identifiers.New(at), studyId, label, note, At = at.ToUnixTimeMilliseconds() },
            transaction);
        await audit.AddAsync(transaction, at, AuditActions.StudyCorrected, studyId, label);
        return true;
    });

    public Task<bool> UndoAsync(string studyId) => database.WriteAsync(async transaction =>
    {
        var (connection, now) = (transaction.Connection!, clock.GetUtcNow());
        var undone = await connection.ExecuteAsync(
            """
            UPDATE corrections SET undone_at = @At WHERE id =
                (SELECT id FROM corrections WHERE study_id = @studyId AND undone_at IS NULL ORDER BY at DESC, id DESC LIMIT 1)
            """,
            new { studyId, At = now.ToUnixTimeMilliseconds() },
            transaction);
        if (undone == 0)
        {
            return false;
        }

        await connection.ExecuteAsync(
            """
            UPDATE studies SET status = CASE
                WHEN EXISTS (SELECT 1 FROM corrections WHERE study_id = @studyId AND undone_at IS NULL) THEN 'corrected'
                WHEN EXISTS (SELECT 1 FROM readings WHERE study_id = @studyId) THEN 'read'
                WHEN refused = 1 THEN 'refused'
                ELSE 'new' END
            WHERE id = @studyId
            """,
            new { studyId },
            transaction);
        await audit.AddAsync(transaction, now, AuditActions.CorrectionUndone, studyId);
        return true;
    });

    public Task<IReadOnlyList<Correction>> ListAsync(string? studyId) => database.ReadAsync(async connection =>
        (IReadOnlyList<Correction>)[.. (await connection.QueryAsync<Row>(
            $"""
            SELECT study_id AS StudyId, label, note, at FROM corrections
            WHERE undone_at IS NULL {(studyId is null ? string.Empty : "AND study_id = @studyId")} ORDER BY at, id
            """,
            new { studyId }))
            .Select(row => row.ToCorrection())]);

    // The order of the identifiers is that of their making.
    public Task<CorrectionPage> PageAsync(string studyId, string? after, int limit) => database.ReadAsync(async connection =>
    {
        var rows = (await connection.QueryAsync<Row>(
            $"""
            SELECT id, study_id AS StudyId, label, note, at FROM corrections
            WHERE undone_at IS NULL AND study_id = @studyId {(after is null ? string.Empty : "AND id > @after")} ORDER BY id LIMIT @Most
            """,
            new { studyId, after, Most = limit + 1 })).AsList();
        return new CorrectionPage(
            [.. rows.Take(limit).Select(row => row.ToCorrection())], rows.Count > limit ? rows[limit - 1].Id : null);
    });

    private sealed class Row
    {
        public string Id { get; init; } = string.Empty;

        public string StudyId { get; init; } = string.Empty;

        public string Label { get; init; } = string.Empty;

        public string? Note { get; init; }

        public long At { get; init; }

        public Correction ToCorrection() => new(StudyId, Label, Note, DateTimeOffset.FromUnixTimeMilliseconds(At));
    }
}
