using Microsoft.AspNetCore.Http.HttpResults;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.Api;

/// <summary><c>GET /studies</c>, <c>/studies/{id}</c>, <c>/studies/{id}/image</c>.</summary>
internal static class StudiesApi
{
    public static void MapStudies(this IEndpointRouteBuilder api)
    {
        var studies = api.MapGroup("/studies").AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(context);
        });
        studies.MapGet("/", ListAsync);
        studies.MapGet("/{id}", FindAsync);
        studies.MapGet("/{id}/image", ImageAsync);
    }

    private static async Task<Ok<StudyListAnswer>> ListAsync(IStudyStore studies, [AsParameters] StudyListRequest request)
    {
        var page = await studies.ListAsync(request.ToQuery());
        return TypedResults.Ok(new StudyListAnswer([.. page.Studies.Select(StudyAnswer.Of)], page.Next?.ToString()));
    }

    private static async Task<Ok<StudyAnswer>> FindAsync(string id, IStudyStore studies) =>
        TypedResults.Ok(StudyAnswer.Of(await FindOrRefuseAsync(id, studies)));

    private static async Task<FileContentHttpResult> ImageAsync(string id, IStudyStore studies, ImageFiles images)
    {
        var study = await FindOrRefuseAsync(id, studies);
        return TypedResults.Bytes(images.Read(study.ImageSha256), $"image/{study.Format}");
    }

    private static async Task<StoredStudy> FindOrRefuseAsync(string id, IStudyStore studies) =>
        await studies.FindAsync(id) ?? throw new RequestRefusedException(StatusCodes.Status404NotFound, "There is no such study.");
}
