using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Storage.Jobs;

/// <summary>The jobs, and with them the queue of the files that wait.</summary>
public interface IJobStore
{
    /// <summary>Stores a job. The images must be durable already.</summary>
    /// <param name="id">The job's identifier.</param>
    /// <param name="received">When it came in.</param>
    /// <param name="files">Its files, one at least.</param>
    /// <param name="mostWaiting">How many files may wait, these included.</param>
    /// <param name="within">What it is stored together with; null for nothing.</param>
    /// <exception cref="QueueFullException">Too many files wait.</exception>
    Task AddAsync(string id, DateTimeOffset received, IReadOnlyList<JobFile> files, int mostWaiting, StorageTransaction? within = null);

    Task<StoredJob?> FindAsync(string id);

    /// <summary>A job's files, in their order.</summary>
    Task<IReadOnlyList<JobFile>> FilesAsync(string id);

    /// <summary>The jobs, newest first.</summary>
    /// <param name="after">Only those older than this one; null for all.</param>
    /// <param name="limit">Most jobs.</param>
    Task<JobPage> ListAsync(string? after, int limit);

    /// <summary>Ends a job whose files wait. False where none of them does.</summary>
    Task<bool> CancelAsync(string id);

    /// <summary>The file that has waited longest; null where none waits. Counts the attempt.</summary>
    Task<JobFile?> NextAsync();

    /// <summary>Stores the study that a file has become. False, and nothing is stored, where the file does not wait any more.</summary>
    Task<bool> FinishAsync(JobFile file, StoredStudy study);

    /// <summary>Says why a file cannot be answered. False where it does not wait any more.</summary>
    Task<bool> FailAsync(JobFile file, UserText sentence);

    /// <summary>How many files wait.</summary>
    Task<long> CountWaitingAsync();
}
