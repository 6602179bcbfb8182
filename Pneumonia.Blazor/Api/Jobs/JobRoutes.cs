using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Jobs;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Jobs;

namespace Pneumonia.Blazor.Api.Jobs;

/// <summary><c>/jobs</c>: many images at once, answered later.</summary>
internal static class JobRoutes
{
    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        var mostBytes = api.ServiceProvider.GetRequiredService<JobOptions>().MostBytes;
        var jobs = api.MapGroup("/jobs").WithTags("Jobs");
        jobs.MapPost(string.Empty, (UploadedJob upload, JobHandler handler, StorageTransaction within) => handler.AddAsync(upload, within))
            .AddEndpointFilter<IdempotencyFilter>()
            .WithMetadata(new RequestSizeLimitAttribute(mostBytes))
            .WithName("createJob")
            .WithSummary("Takes several X-rays, stores them, and answers for them later.")
            .Accepts<JobForm>("multipart/form-data")
            .Produces<JobAnswer>(StatusCodes.Status202Accepted)
            .ProducesProblems(400, 413, 415, 422, 507);
        jobs.MapGet(string.Empty, ListAsync)
            .WithName("listJobs").WithSummary("The jobs, newest first.").ProducesProblems(400);
        jobs.MapGet("/{id}", FindAsync)
            .WithName("getJob").WithSummary("How far a job is, and what became of each file.").ProducesProblems(404);
        jobs.MapDelete("/{id}", CancelAsync)
            .WithName("cancelJob")
            .WithSummary("Ends a job. Files that are studies by then stay; a job that is done is left as it is (409).")
            .ProducesProblems(404, 409);
    }

    private static async Task<Ok<JobListAnswer>> ListAsync(IJobStore jobs, [AsParameters] PageRequest request)
    {
        var page = await jobs.ListAsync(request.ReadIdentifier(), request.ReadLimit());
        return TypedResults.Ok(new JobListAnswer([.. page.Jobs.Select(job => JobAnswer.Of(job, files: null))], page.Next));
    }

    private static async Task<Ok<JobAnswer>> FindAsync(string id, IJobStore jobs) =>
        TypedResults.Ok(await FindOrRefuseAsync(id, jobs));

    private static async Task<Ok<JobAnswer>> CancelAsync(string id, IJobStore jobs)
    {
        await jobs.CancelAsync(id);
        var job = await FindOrRefuseAsync(id, jobs);
        return job.State == JobState.Cancelled
            ? TypedResults.Ok(job)
            : throw new RequestRefusedException(StatusCodes.Status409Conflict, "The job is done already.");
    }

    private static async Task<JobAnswer> FindOrRefuseAsync(string id, IJobStore jobs) =>
        await jobs.FindAsync(id) is { } job
            ? JobAnswer.Of(job, await jobs.FilesAsync(id))
            : throw new RequestRefusedException(StatusCodes.Status404NotFound, "There is no such job.");
}
