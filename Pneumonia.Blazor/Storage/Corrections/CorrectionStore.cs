using Dapper;
using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Idempotency;

namespace Pneumonia.Blazor.Storage.Corrections;

internal sealed class CorrectionStore(Database database, TimeProvider clock) : ICorrectionStore
{
    public Task<bool> AddAsync(string studyId, string label, string? note) =>
        AddAsync(new Correction(studyId, label, note, clock.GetUtcNow()));

    public Task<bool> AddAsync(Correction correction, StoredAnswer? answer = null) => database.WriteAsync(async transaction =>
    {
        var connection = transaction.Connection!;
        var (studyId, label, note, at) = correction;
        if (await connection.ExecuteAsync(
            "UPDATE studies SET status = 'corrected' WHERE id = @studyId", new { studyId }, transaction) == 0)
        {
            return false;
        }

        if (answer is not null)
        {
            await IdempotencyStore.AddAsync(transaction, answer, at);
        }

        await connection.ExecuteAsync(
            "INSERT INTO corrections (id, study_id, label, note, at) VALUES (@Id, @studyId, @label, @note, @At)",
            new { Id = Identifiers.New(at), studyId, label, note, At = at.ToUnixTimeMilliseconds() },
            transaction);
        await AuditLog.AddAsync(transaction, at, AuditActions.StudyCorrected, studyId, label);
        return true;
    });

    public Task<IReadOnlyList<Correction>> ListAsync(string? studyId) => database.ReadAsync(async connection =>
        (IReadOnlyList<Correction>)[.. (await connection.QueryAsync<Row>(
            $"""
            SELECT study_id AS StudyId, label, note, at FROM corrections
            {(studyId is null ? string.Empty : "WHERE study_id = @studyId")} ORDER BY at, id
            """,
            new { studyId }))
            .Select(row => new Correction(row.StudyId, row.Label, row.Note, DateTimeOffset.FromUnixTimeMilliseconds(row.At)))]);

    private sealed class Row
    {
        public string StudyId { get; init; } = string.Empty;

        public string Label { get; init; } = string.Empty;

        public string? Note { get; init; }

        public long At { get; init; }
    }
}
