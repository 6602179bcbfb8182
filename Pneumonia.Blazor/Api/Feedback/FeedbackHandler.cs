using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Api.Studies;
using Pneumonia.Blazor.Storage.Corrections;
using Pneumonia.Blazor.Storage.Idempotency;
using Pneumonia.Blazor.Storage.Notes;
using Pneumonia.Blazor.Storage.Readings;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.Api.Feedback;

/// <summary>Stores what clinicians say of a study.</summary>
internal sealed class FeedbackHandler(
    IStudyStore studies,
    IReadingStore readings,
    ICorrectionStore corrections,
    INoteStore notes,
    IdempotentAnswers answers,
    TimeProvider clock)
{
    private const int LongestText = 4000;

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    public async Task<IResult> ReadAsync(string id, ReadingRequest request, HttpContext context)
    {
        var reading = new Reading(await LabelAsync(id, request.Label), request.Blind, Remark(request.Note), Now);
        return await AnswerAsync(
            context,
            [reading.Label, $"{reading.Blind}", reading.Note],
            reading,
            answer => readings.AddAsync(id, reading, answer));
    }

    public async Task<IResult> CorrectAsync(string id, CorrectionRequest request, HttpContext context)
    {
        var correction = new Correction(id, await LabelAsync(id, request.Label), Remark(request.Note), Now);
        return await AnswerAsync(
            context,
            [correction.Label, correction.Note],
            new CorrectionAnswer(correction.Label, correction.Note, correction.At),
            answer => corrections.AddAsync(correction, answer));
    }

    public async Task<IResult> NoteAsync(string id, NoteRequest request, HttpContext context)
    {
        await StudyRoutes.FindOrRefuseAsync(id, studies);
        var note = new Note(Remark(request.Text) ?? throw Refuse("text is missing."), Now);
        return await AnswerAsync(context, [note.Text], note, answer => notes.AddAsync(id, note, answer));
    }

    private Task<IResult> AnswerAsync<T>(
        HttpContext context, IReadOnlyList<string?> asked, T body, Func<StoredAnswer?, Task<bool>> storeAsync)
        where T : notnull =>
        answers.AnswerAsync(context, StatusCodes.Status201Created, asked, () => Task.FromResult(new UnstoredAnswer<T>(
            context.Request.Path,
            body,
            async answer =>
            {
                if (!await storeAsync(answer))
                {
                    throw new RequestRefusedException(StatusCodes.Status404NotFound, "There is no such study.");
                }
            })));

    private async Task<string> LabelAsync(string id, string? label)
    {
        var study = await StudyRoutes.FindOrRefuseAsync(id, studies);
        var known = study.Probabilities.Select(each => each.Class).Append(study.PositiveClass).Distinct().ToList();
        return label is not null && known.Contains(label) ? label : throw Refuse($"label is one of {string.Join(", ", known)}.");
    }

    private static string? Remark(string? text) => text?.Trim() is not { Length: > 0 } trimmed ? null
        : trimmed.Length <= LongestText ? trimmed
        : throw Refuse($"A remark has at most {LongestText} characters.");

    private static RequestRefusedException Refuse(string sentence) => new(StatusCodes.Status400BadRequest, sentence);
}
