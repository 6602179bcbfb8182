using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.Hosting;

internal static class ThumbnailExtensions
{
    /// <summary>Serves the thumbnail of any study of the store; nothing of it stays in the browser.</summary>
    public static void MapThumbnails(this IEndpointRouteBuilder app) => app.MapGet(
        "/studies/{id}/thumbnail",
        async (string id, IStudyStore studies, StudyThumbnails thumbnails, HttpResponse response, CancellationToken cancellation) =>
        {
            response.Headers.CacheControl = "no-store";
            try
            {
                return await studies.FindAsync(id) is { } study && await thumbnails.OfAsync(study, cancellation) is var image
                    ? Results.Bytes(image.Bytes, image.ContentType)
                    : Results.NotFound();
            }
            catch (StorageException)
            {
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }
        });
}
