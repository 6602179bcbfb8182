using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Serving;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Blazor.Api.Studies;

/// <summary><c>GET /studies</c>, <c>/studies/{id}</c>, <c>/studies/{id}/image</c>, <c>/studies/{id}/saliency</c>.</summary>
internal static class StudyRoutes
{
    public static void MapStudies(this IEndpointRouteBuilder api)
    {
        var studies = api.MapGroup("/studies").WithTags("Studies");
        studies.MapGet(string.Empty, ListAsync)
            .WithName("listStudies").WithSummary("The worklist.").ProducesProblems(400);
        studies.MapGet("/{id}", FindAsync)
            .WithName("getStudy").WithSummary("One study.").ProducesProblems(404);
        studies.MapGet("/{id}/image", ImageAsync)
            .WithName("getImage").WithSummary("The image file as it was sent.")
            .Produces<Stream>(StatusCodes.Status200OK, "image/png", "image/jpeg", "image/tiff", "image/webp", "application/dicom").ProducesProblems(404);
        studies.MapGet("/{id}/saliency", SaliencyAsync)
            .WithName("getSaliency")
            .WithSummary("What the answer rests on, as a transparent PNG to be laid over the X-ray.")
            .WithDescription(
                "Saliency-Class and Saliency-Method in the answer's head say what it shows. Without a method it is drawn at once; with one it is "
                + "measured, too, which takes seconds, and Saliency-Reliable says whether anything speaks against it.")
            .Produces<Stream>(StatusCodes.Status200OK, "image/png").ProducesProblems(400, 404, 409);
    }

    /// <exception cref="RequestRefusedException">There is no such study.</exception>
    public static async Task<StoredStudy> FindOrRefuseAsync(string id, IStudyStore studies) =>
        await studies.FindAsync(id) ?? throw new RequestRefusedException(StatusCodes.Status404NotFound, "There is no such study.");

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
        return TypedResults.Bytes(images.Read(study.ImageSha256), study.Format == "dicom" ? "application/dicom" : $"image/{study.Format}");
    }

    private static async Task<FileContentHttpResult> SaliencyAsync(
        string id,
        [Description("Explanation method; without it, the model's default.")] string? method,
        HttpContext context,
        IStudyStore studies,
        ImageFiles images,
        SaliencyService saliency,
        LiveModel live)
    {
        var study = await FindOrRefuseAsync(id, studies);
        using var lease = await live.LeaseAsync(context.RequestAborted);
        if (lease.Name != study.Model)
        {
            throw new RequestRefusedException(StatusCodes.Status409Conflict, ExplanationService.OtherModel(study.Model, lease));
        }

        var drawn = await saliency.DrawAsync(lease, study, images.Read(study.ImageSha256), method, context.RequestAborted);
        var headers = context.Response.Headers;
        headers["Saliency-Class"] = drawn.Map.Class;
        headers["Saliency-Method"] = drawn.Map.Method;
        if (drawn.Quality is { Reliable: var reliable })
        {
            headers["Saliency-Reliable"] = reliable ? "true" : "false";
        }

        return TypedResults.Bytes(drawn.Overlay, "image/png");
    }
}
