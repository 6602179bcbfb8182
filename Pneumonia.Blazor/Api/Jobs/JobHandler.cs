using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Jobs;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Jobs;

namespace Pneumonia.Blazor.Api.Jobs;

/// <summary>Takes several images, has stored them before it answers, and leaves the analysis to <see cref="JobRunner"/>.</summary>
internal sealed class JobHandler(
    IJobStore jobs, JobUpload upload, JobSignal signal, JobOptions options, IdempotentAnswers answers, TimeProvider clock)
{
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        var received = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var id = Identifiers.New(received);
        var files = await upload.ReadAsync(context.Request, id, context.RequestAborted);
        return await answers.AnswerAsync(
            context,
            StatusCodes.Status202Accepted,
            [.. files.SelectMany(file => new[] { file.ImageSha256, file.FileName, file.Patient })],
            () => Task.FromResult(new UnstoredAnswer<JobAnswer>(
                ApiRoutes.Job(id),
                JobAnswer.Of(new StoredJob(id, received, Cancelled: null, files.Count, files.Count, Done: 0, Failed: 0), files),
                async answer =>
                {
                    await jobs.AddAsync(id, received, files, options.MostWaiting, answer);
                    signal.Set();
                })));
    }
}
