using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Api.Studies;
using Pneumonia.Blazor.Storage.Corrections;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Notes;
using Pneumonia.Blazor.Storage.Readings;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Api.Feedback;

/// <summary>Stores what clinicians say of a study.</summary>
internal sealed class FeedbackHandler(
    IStudyStore studies, IReadingStore readings, ICorrectionStore corrections, INoteStore notes, TimeProvider clock)
{
    private const int LongestText = 4000;

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    public async Task<Outcome> ReadAsync(string id, ReadingRequest request, StorageTransaction within)
    {
        var reading = new Reading(await LabelAsync(id, request.Label), request.Blind, Remark(request.Note), Now);
        return Created(await readings.AddAsync(id, reading, within), ApiRoutes.Readings(id), reading);
    }

    public async Task<Outcome> CorrectAsync(string id, CorrectionRequest request, StorageTransaction within)
    {
        var correction = new Correction(id, await LabelAsync(id, request.Label), Remark(request.Note), Now);
        return Created(
            await corrections.AddAsync(correction, within),
            ApiRoutes.Corrections(id),
            new CorrectionAnswer(correction.Label, correction.Note, correction.At));
    }

    public async Task<Outcome> NoteAsync(string id, NoteRequest request, StorageTransaction within)
    {
        await StudyRoutes.FindOrRefuseAsync(id, studies);
        var note = new Note(Remark(request.Text) ?? throw Refuse("text is missing."), Now);
        return Created(await notes.AddAsync(id, note, within), ApiRoutes.Notes(id), note);
    }

    private static Outcome Created(bool found, string location, object body) => found
        ? new Outcome(StatusCodes.Status201Created, body, location)
        : throw new RequestRefusedException(StatusCodes.Status404NotFound, "There is no such study.");

    private async Task<string> LabelAsync(string id, string? label)
    {
        var study = await StudyRoutes.FindOrRefuseAsync(id, studies);
        var known = study.Probabilities.Select(each => each.Class).Append(study.PositiveClass).Distinct().ToList();
        return label is not null && known.Contains(label) ? label : throw Refuse($"label is one of {string.Join(", ", known)}.");
    }

    private static string? Remark(string? text) => text?.Trim() is not { Length: > 0 } trimmed ? null
        : trimmed.Length <= LongestText ? trimmed
        : throw Refuse($"A remark has at most {LongestText} characters.");

    private static RequestRefusedException Refuse(UserText sentence) => new(StatusCodes.Status400BadRequest, sentence);
}
