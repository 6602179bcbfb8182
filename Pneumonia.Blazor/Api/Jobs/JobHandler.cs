using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Jobs;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Jobs;

namespace Pneumonia.Blazor.Api.Jobs;

/// <summary>Stores several images, and leaves the analysis to <see cref="JobRunner"/>.</summary>
internal sealed class JobHandler(IJobStore jobs, JobSignal signal, JobOptions options)
{
    public async Task<Outcome> AddAsync(UploadedJob upload, StorageTransaction within)
    {
        var (id, received, files) = upload;
        await jobs.AddAsync(id, received, files, options.MostWaiting, within);

        // Not before: whoever wakes up finds the files, or sleeps on.
        within.WhenOver(stands =>
        {
            if (stands)
            {
                signal.Set();
            }

            return Task.CompletedTask;
        });
        return new Outcome(
            StatusCodes.Status202Accepted,
            JobAnswer.Of(new StoredJob(id, received, Cancelled: null, files.Count, files.Count, Done: 0, Failed: 0), files),
            ApiRoutes.Job(id));
    }
}
