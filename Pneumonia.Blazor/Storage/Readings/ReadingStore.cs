using Dapper;
using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Readings;

internal sealed class ReadingStore(Database database, IAuditLog audit, Identifiers identifiers, TimeProvider clock) : IReadingStore
{
    public Task<bool> AddAsync(string studyId, string label, bool blind, string? note) =>
        AddAsync(studyId, new Reading(label, blind, note, clock.GetUtcNow()));

    public Task<bool> AddAsync(string studyId, Reading reading, StorageTransaction? within = null) => database.WriteAsync(within, async transaction =>
    {
        var connection = transaction.Connection!;
        var (label, blind, note, at) = reading;
        var found = await connection.ExecuteAsync(
            "UPDATE studies SET status = CASE status WHEN 'corrected' THEN status ELSE 'read' END WHERE id = @studyId",
            new { studyId },
            transaction);
        if (found == 0)
        {
            return false;
        }

        await connection.ExecuteAsync(
            "INSERT INTO readings (id, study_id, label, blind, note, at) VALUES (@Id, @studyId, @label, @Blind, @note, @At)",
            new { Id = identifiers.New(at), studyId, label, Blind = blind ? 1 : 0, note, At = at.ToUnixTimeMilliseconds() },
            transaction);
        await audit.AddAsync(transaction, at, AuditActions.StudyRead, studyId, blind ? $"{label}, blind" : label);
        return true;
    });

    public Task<IReadOnlyList<Reading>> ListAsync(string studyId) => database.ReadAsync(async connection =>
        (IReadOnlyList<Reading>)[.. (await connection.QueryAsync<Row>(
            "SELECT label, blind, note, at FROM readings WHERE study_id = @studyId ORDER BY at, id", new { studyId }))
            .Select(row => new Reading(row.Label, row.Blind != 0, row.Note, DateTimeOffset.FromUnixTimeMilliseconds(row.At)))]);

    private sealed class Row
    {
        public string Label { get; init; } = string.Empty;

        public int Blind { get; init; }

        public string? Note { get; init; }

        public long At { get; init; }
    }
}
