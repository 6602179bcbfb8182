using Microsoft.AspNetCore.Http.HttpResults;
using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Api.Studies;
using Pneumonia.Blazor.Storage.Corrections;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Notes;
using Pneumonia.Blazor.Storage.Readings;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.Api.Feedback;

/// <summary><c>/studies/{id}/readings</c>, <c>/corrections</c>, <c>/notes</c>: what clinicians say. Readings and notes are
/// never changed, so an entry's place in its list is its key; corrections can be taken back, and go by their identifiers.</summary>
internal static class FeedbackRoutes
{
    public static void MapFeedback(this IEndpointRouteBuilder api)
    {
        var study = api.MapGroup("/studies/{id}").WithTags("Feedback");
        study.MapGet("/readings", ReadingsAsync)
            .WithName("listReadings").WithSummary("A study's readings, oldest first.").ProducesProblems(400, 404);
        study.MapPost("/readings", (string id, ReadingRequest request, FeedbackHandler handler, StorageTransaction within) =>
                handler.ReadAsync(id, request, within))
            .AddEndpointFilter<IdempotencyFilter>()
            .WithName("addReading").WithSummary("Stores a clinician's own reading; the study counts as read.")
            .Produces<Reading>(StatusCodes.Status201Created).ProducesProblems(400, 404, 415, 422, 507);
        study.MapGet("/corrections", CorrectionsAsync)
            .WithName("listCorrections").WithSummary("A study's corrections, oldest first; the last one counts.").ProducesProblems(400, 404);
        study.MapPost("/corrections", (string id, CorrectionRequest request, FeedbackHandler handler, StorageTransaction within) =>
                handler.CorrectAsync(id, request, within))
            .AddEndpointFilter<IdempotencyFilter>()
            .WithName("addCorrection").WithSummary("Stores what a study really shows; it counts as corrected.")
            .Produces<CorrectionAnswer>(StatusCodes.Status201Created).ProducesProblems(400, 404, 415, 422, 507);
        study.MapGet("/notes", NotesAsync)
            .WithName("listNotes").WithSummary("A study's remarks, oldest first.").ProducesProblems(400, 404);
        study.MapPost("/notes", (string id, NoteRequest request, FeedbackHandler handler, StorageTransaction within) =>
                handler.NoteAsync(id, request, within))
            .AddEndpointFilter<IdempotencyFilter>()
            .WithName("addNote").WithSummary("Stores a remark on a study.")
            .Produces<Note>(StatusCodes.Status201Created).ProducesProblems(400, 404, 415, 422, 507);
    }

    private static async Task<Ok<ReadingListAnswer>> ReadingsAsync(
        string id, IStudyStore studies, IReadingStore readings, [AsParameters] PageRequest request)
    {
        await StudyRoutes.FindOrRefuseAsync(id, studies);
        var (page, next) = request.Of(await readings.ListAsync(id), (_, place) => $"{place}");
        return TypedResults.Ok(new ReadingListAnswer(page, next));
    }

    private static async Task<Ok<CorrectionListAnswer>> CorrectionsAsync(
        string id, IStudyStore studies, ICorrectionStore corrections, [AsParameters] PageRequest request)
    {
        await StudyRoutes.FindOrRefuseAsync(id, studies);
        var page = await corrections.PageAsync(id, request.ReadIdentifier(), request.ReadLimit());
        return TypedResults.Ok(new CorrectionListAnswer(
            [.. page.Corrections.Select(each => new CorrectionAnswer(each.Label, each.Note, each.At))], page.Next));
    }

    private static async Task<Ok<NoteListAnswer>> NotesAsync(
        string id, IStudyStore studies, INoteStore notes, [AsParameters] PageRequest request)
    {
        await StudyRoutes.FindOrRefuseAsync(id, studies);
        var (page, next) = request.Of(await notes.ListAsync(id), (_, place) => $"{place}");
        return TypedResults.Ok(new NoteListAnswer(page, next));
    }
}
