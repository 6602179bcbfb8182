using Microsoft.JSInterop;
using Pneumonia.Model;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>
/// The X-rays of one open browser tab. Lives and dies with its circuit, and its images with it. All members are called on the
/// circuit's dispatcher, so nothing here is locked.
/// </summary>
public sealed partial class ReadingSession(
    DiagnosisService diagnoses, UploadKeeper keeper, ImageStore images, ILogger<ReadingSession> logger) : IDisposable
{
    private readonly List<Study> studies = [];
    private readonly SemaphoreSlim slots = new(Limits.InFlightPerSession);
    private readonly CancellationTokenSource closed = new();

    /// <summary>Raised after every change, on the circuit's dispatcher.</summary>
    public event Action? Changed;

    public IReadOnlyList<Study> Studies => studies;

    public Study? Selected { get; private set; }

    /// <summary>Takes in images and returns once each is diagnosed or refused.</summary>
    public Task AddAsync(IReadOnlyList<IncomingImage> incoming)
    {
        var taken = incoming.Take(Limits.StudiesPerSession - studies.Count)
            .Select(image => (image, study: new Study(image.Name, image.Synthetic)))
            .ToList();
        studies.AddRange(taken.Select(pair => pair.study));
        Select(taken.FirstOrDefault().study ?? Selected);
        return Task.WhenAll(taken.Select(pair => RunAsync(pair.study, pair.image)));
    }

    public void Select(Study? study)
    {
        Selected = study;
        Changed?.Invoke();
    }

    /// <summary>Selects the study <paramref name="step"/> places on, without running over the ends.</summary>
    public void Step(int step)
    {
        if (Selected is not null)
        {
            Select(studies[Math.Clamp(studies.IndexOf(Selected) + step, 0, studies.Count - 1)]);
        }
    }

    public void Remove(Study study)
    {
        var index = studies.IndexOf(study);
        studies.Remove(study);
        Forget(study);
        Select(study != Selected ? Selected : studies.Count == 0 ? null : studies[Math.Min(index, studies.Count - 1)]);
    }

    public void Dispose()
    {
        closed.Cancel();
        studies.ForEach(Forget);
        studies.Clear();
        closed.Dispose();
    }

    private async Task RunAsync(Study study, IncomingImage image)
    {
        var closing = closed.Token;
        try
        {
            await slots.WaitAsync(closing);
            try
            {
                Enter(study, StudyState.Reading);
                var bytes = await ReadAsync(image, closing);
                Enter(study, StudyState.Analysing);
                var diagnosis = await diagnoses.DiagnoseAsync(study.Name, bytes, closing);
                study.StoredId = await keeper.KeepAsync(study, bytes, diagnosis);
                Finish(study, diagnosis);
            }
            finally
            {
                slots.Release();
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
        }
        catch (UserException refusal)
        {
            Refuse(study, refusal.Message);
        }
        catch (Exception fault) when (fault is IOException or JSException or JSDisconnectedException)
        {
            Refuse(study, $"{study.Name}: the upload was interrupted; choose the file again.");
        }
        catch (Exception fault)
        {
            LogFault(logger, fault.GetType().Name);
            Refuse(study, $"{study.Name}: a fault in the program kept it from being analysed.");
        }
    }

    private static async Task<byte[]> ReadAsync(IncomingImage image, CancellationToken cancellation)
    {
        if (image.Size > Limits.BytesPerFile)
        {
            throw new UserException(
                $"{image.Name}: the file has {image.Size / 1048576.0:0} MB; at most {Limits.MegabytesPerFile} MB can be read.");
        }

        var bytes = new byte[image.Size];
        await using var stream = image.Open(cancellation);
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    private void Finish(Study study, Diagnosis diagnosis)
    {
        if (!studies.Contains(study))
        {
            return;
        }

        study.Diagnosis = diagnosis;
        study.ViewId = images.Add(diagnosis.View);
        study.ThumbnailId = images.Add(diagnosis.Thumbnail);
        study.ShownMethod = diagnosis.Prediction.Saliency?.Method;
        study.OverlayId = diagnosis.Overlay is { } overlay ? images.Add(overlay) : null;
        Enter(study, StudyState.Done);
    }

    private void Refuse(Study study, string sentence)
    {
        study.Refusal = sentence;
        Enter(study, StudyState.Refused);
    }

    private void Enter(Study study, StudyState state)
    {
        study.State = state;
        Changed?.Invoke();
    }

    private void Forget(Study study)
    {
        study.IsForgotten = true;
        foreach (var id in new[] { study.ViewId, study.ThumbnailId, study.OverlayId, study.ContoursId }.OfType<string>().Concat(study.RetiredIds))
        {
            images.Remove(id);
        }
    }

    // The type alone: an exception's message may hold a file's name, and that a patient's.
    [LoggerMessage(LogLevel.Error, "An image could not be analysed: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}
