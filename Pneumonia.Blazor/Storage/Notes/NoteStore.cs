using Dapper;
using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Notes;

internal sealed class NoteStore(Database database, TimeProvider clock) : INoteStore
{
    public Task<bool> AddAsync(string studyId, string text) => database.WriteAsync(async transaction =>
    {
        var now = clock.GetUtcNow();
        var added = await transaction.Connection!.ExecuteAsync(
            "INSERT INTO notes (id, study_id, text, at) SELECT @Id, id, @text, @At FROM studies WHERE id = @studyId",
            new { Id = Identifiers.New(now), studyId, text, At = now.ToUnixTimeMilliseconds() },
            transaction);
        if (added == 0)
        {
            return false;
        }

        await AuditLog.AddAsync(transaction, now, AuditActions.StudyNoted, studyId);
        return true;
    });

    public Task<IReadOnlyList<Note>> ListAsync(string studyId) => database.ReadAsync(async connection =>
        (IReadOnlyList<Note>)[.. (await connection.QueryAsync<Row>(
            "SELECT text, at FROM notes WHERE study_id = @studyId ORDER BY at, id", new { studyId }))
            .Select(row => new Note(row.Text, DateTimeOffset.FromUnixTimeMilliseconds(row.At)))]);

    private sealed class Row
    {
        public string Text { get; init; } = string.Empty;

        public long At { get; init; }
    }
}
