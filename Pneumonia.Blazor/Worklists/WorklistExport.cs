using Microsoft.AspNetCore.Mvc;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.Worklists;

/// <summary>Lets a worklist be saved as a file.</summary>
internal static class WorklistExport
{
    public const string Address = "worklist.csv";

    public static void MapWorklistExport(this IEndpointRouteBuilder app) => app.MapPost(
        $"/{Address}",
        ([FromForm] WorklistForm form, IStudyStore studies, TimeProvider clock, HttpResponse response) =>
        {
            response.Headers.CacheControl = "no-store";
            return TypedResults.Stream(
                target => WorklistCsv.WriteAsync(studies, form.ToQuery(), target),
                "text/csv; charset=utf-8",
                $"worklist-{clock.GetLocalNow():yyyy-MM-dd-HHmm}.csv");
        });
}
