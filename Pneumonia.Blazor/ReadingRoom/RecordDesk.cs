using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Storage.Corrections;
using Pneumonia.Blazor.Storage.Notes;
using Pneumonia.Blazor.Storage.Readings;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>Writes down what a clinician says of a study: in the store, or, where the study is not kept, with it in memory. All members
/// are called on the circuit's dispatcher and fail with a <see cref="Storage.StorageException"/> for the visitor.</summary>
public sealed class RecordDesk(
    ReadingSession session, IReadingStore readings, ICorrectionStore corrections, INoteStore notes, StudyRecords records, TimeProvider clock)
{
    /// <summary>Adds a reading, and shows the answer from then on.</summary>
    public async Task ReadAsync(Study study, string label)
    {
        var blind = session.Hides(study);
        if (study.StoredId is { } id)
        {
            await readings.AddAsync(id, label, blind);
            await LoadAsync(study);
        }
        else
        {
            var reading = new Reading(label, blind, null, clock.GetUtcNow());
            study.Record = study.Record with { Readings = [.. study.Record.Readings, reading] };
        }

        session.Reveal(study);
    }

    public async Task CorrectAsync(Study study, string label)
    {
        if (study.StoredId is { } id)
        {
            await corrections.AddAsync(id, label);
            await LoadAsync(study);
        }
        else
        {
            study.Record = study.Record with { Correction = new Correction(string.Empty, label, null, clock.GetUtcNow()) };
        }

        session.Announce();
    }

    /// <summary>Takes the last correction back.</summary>
    public async Task UndoCorrectionAsync(Study study)
    {
        if (study.StoredId is { } id)
        {
            await corrections.UndoAsync(id);
            await LoadAsync(study);
        }
        else
        {
            study.Record = study.Record with { Correction = null };
        }

        session.Announce();
    }

    public async Task NoteAsync(Study study, string text)
    {
        if (study.StoredId is { } id)
        {
            await notes.AddAsync(id, text);
            await LoadAsync(study);
        }
        else
        {
            study.Record = study.Record with { Notes = [.. study.Record.Notes, new Note(text, clock.GetUtcNow())] };
        }

        session.Announce();
    }

    /// <summary>Fetches what the store knows of a study that is kept.</summary>
    public async Task LoadAsync(Study study) => study.Record = await records.OfAsync(study.StoredId!);
}
