using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Storage.Jobs;

namespace Pneumonia.Blazor.Api.Jobs;

/// <summary>Several images that a client sends. They are durable by now, but not the job.</summary>
/// <param name="Id">The job's identifier.</param>
/// <param name="Received">When it came in.</param>
/// <param name="Files">Its files, in the order in which they were sent.</param>
internal sealed record UploadedJob(string Id, DateTimeOffset Received, IReadOnlyList<JobFile> Files) : IAsking
{
    IEnumerable<string?> IAsking.Asked => Files.SelectMany(file => new[] { file.ImageSha256, file.FileName, file.Patient });

    /// <summary>Reads it as an argument of an operation.</summary>
    public static async ValueTask<UploadedJob?> BindAsync(HttpContext context) =>
        await context.RequestServices.GetRequiredService<JobUpload>().ReadAsync(context.Request, context.RequestAborted);
}
