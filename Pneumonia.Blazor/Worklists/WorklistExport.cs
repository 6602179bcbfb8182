using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.Worklists;

/// <summary>Lets a worklist be saved as a file.</summary>
internal static class WorklistExport
{
    public const string Address = "worklist.csv";

    public static void MapWorklistExport(this IEndpointRouteBuilder app) => app.MapPost(
        $"/{Address}",
        ([FromForm] WorklistForm? form, IStudyStore studies, IOptions<DiagnosisOptions> options, TimeProvider clock, HttpResponse response) =>
        {
            // A form without a single field that is known comes as none.
            var query = form?.ToQuery() ?? throw new BadHttpRequestException("The fields of a worklist are missing.");

            // A file goes from hand to hand: what the app is set to holds for it, whatever one tab has chosen.
            var blind = form.Blind || options.Value.BlindReading;
            response.Headers.CacheControl = "no-store";
            return TypedResults.Stream(
                target => WorklistCsv.WriteAsync(studies, query, blind, target),
                "text/csv; charset=utf-8",
                $"worklist-{clock.GetLocalNow():yyyy-MM-dd-HHmm}.csv");
        });
}
