using Dapper;
using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Notes;

internal sealed class NoteStore(Database database, IAuditLog audit, Identifiers identifiers, TimeProvider clock) : INoteStore
{
    public Task<bool> AddAsync(string studyId, string text) => AddAsync(studyId, new Note(text, clock.GetUtcNow()));

    public Task<bool> AddAsync(string studyId, Note note, StorageTransaction? within = null) => database.WriteAsync(within, async transaction =>
    {
        var (text, at) = note;
        var added = await transaction.Connection!.ExecuteAsync(
            "INSERT INTO notes (id, study_id, text, at) SELECT @Id, id, @text, @At FROM studies WHERE id = @studyId",
            new { Id = identifiers.New(at), studyId, text, At = at.ToUnixTimeMilliseconds() },
            transaction);
        if (added == 0)
        {
            return false;
        }

        await audit.AddAsync(transaction, at, AuditActions.StudyNoted, studyId);
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
