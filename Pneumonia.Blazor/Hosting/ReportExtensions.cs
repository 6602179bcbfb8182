using Microsoft.Extensions.Options;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Blazor.Texts;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Hosting;

internal static class ReportExtensions
{
    /// <summary>Serves the report on any study of the store; one that cannot be had is refused with a page that says why.</summary>
    public static void MapReports(this IEndpointRouteBuilder app) => app.MapGet(
        "/studies/{id}/report",
        async (
            string id, IStudyStore studies, StudyReports reports, IReportWriter writer, IOptions<DiagnosisOptions> options,
            HttpResponse response, CancellationToken cancellation) =>
        {
            response.Headers.CacheControl = "no-store";
            try
            {
                if (await studies.FindAsync(id) is not { } study)
                {
                    return Results.NotFound();
                }

                if (options.Value.BlindReading && study.IsUnread)
                {
                    return await PageAsync(writer.RefuseAsync(id, fault: null), StatusCodes.Status409Conflict);
                }

                return await PageAsync(reports.WriteAsync(study, cancellation), StatusCodes.Status200OK);
            }
            catch (UserException fault)
            {
                var status = fault is StorageUnavailableException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
                return await PageAsync(writer.RefuseAsync(id, Refusals.Tell(fault)), status);
            }
        });

    private static async Task<IResult> PageAsync(Task<StoredImage> written, int status)
    {
        var page = await written;
        return Results.Text(page.Bytes, page.ContentType, status);
    }
}
