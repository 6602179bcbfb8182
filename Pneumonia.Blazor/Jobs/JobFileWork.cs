using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Measuring;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Jobs;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving.Queue;

namespace Pneumonia.Blazor.Jobs;

/// <summary>Makes a study of one file of a job, or says why there is none.</summary>
internal sealed partial class JobFileWork(
    IJobStore jobs, ImageFiles images, DiagnosisService diagnoses, StudyIntake intake, ILogger<JobFileWork> logger)
{
    // A file that ends the app must not do so for ever.
    private const int MostAttempts = 5;

    /// <exception cref="StorageException">The store does not work now; the file waits on.</exception>
    /// <exception cref="InvalidModelException">No model is in service; the file waits on.</exception>
    /// <exception cref="InferenceQueueFullException">Too much else waits for an answer; the file waits on.</exception>
    /// <exception cref="OperationCanceledException">The app ends; the file waits on.</exception>
    public async Task AnswerAsync(JobFile file, CancellationToken stopping)
    {
        if (file.Attempts > MostAttempts)
        {
            await jobs.FailAsync(file, $"The analysis was begun {MostAttempts} times and never came to its end.");
            return;
        }

        try
        {
            var bytes = Read(file);
            var (_, image, prediction) = await diagnoses.PredictAsync(file.FileName, bytes, InferencePriority.Job, stopping);
            var study = intake.Describe(file.FileName, bytes, image, prediction, StudySource.Api, file.Patient);
            await Spans.RunAsync(Spans.Store, () => jobs.FinishAsync(file, study));
        }
        catch (InvalidRadiographException refused)
        {
            await jobs.FailAsync(file, $"The file cannot be taken as an X-ray: {refused.Because}.");
        }
        catch (MissingImageException)
        {
            await jobs.FailAsync(file, "The image is not in the store any more, or damaged.");
        }
        catch (Exception fault) when (fault is not (
            StorageException or InvalidModelException or InferenceQueueFullException or OperationCanceledException))
        {
            LogFault(logger, fault.GetType().Name);
            await jobs.FailAsync(file, "A fault in the program kept it from being analysed.");
        }
    }

    private byte[] Read(JobFile file)
    {
        try
        {
            return images.Read(file.ImageSha256);
        }
        catch (StorageException missing)
        {
            // While the whole folder is away, this one image may well come back.
            images.CheckRoom(1);
            throw new MissingImageException(missing);
        }
    }

    // The type alone: an exception's message may hold a file's name, and that a patient's.
    [LoggerMessage(LogLevel.Error, "A file of a job could not be analysed: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);

    private sealed class MissingImageException(Exception inner) : Exception(inner.Message, inner);
}
