using Microsoft.Extensions.Options;
using Pneumonia.Blazor.Diagnosing;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>
/// The X-rays of one open browser tab. Lives and dies with its circuit, and its images with it. All members are called on the
/// circuit's dispatcher, so nothing here is locked.
/// </summary>
public sealed class ReadingSession(
    StudyPipeline pipeline, DiagnosisService diagnoses, OpenReports reports, SessionImages images, IOptions<DiagnosisOptions> options)
    : IDisposable
{
    private readonly List<Study> _studies = [];
    private readonly SemaphoreSlim _slots = new(Limits.InFlightPerSession);
    private readonly CancellationTokenSource _closed = new();

    /// <summary>Raised after every change, on the circuit's dispatcher.</summary>
    public event Action? Changed;

    public IReadOnlyList<Study> Studies => _studies;

    public Study? Selected { get; private set; }

    /// <summary>Whether the visitor is asked for a reading before the answer is shown.</summary>
    public bool BlindReading { get; private set; } = options.Value.BlindReading;

    /// <summary>Name of the operating point that verdicts are shown at; null for each model's own.</summary>
    public string? OperatingPoint { get; private set; }

    /// <summary>Whether the figures behind a verdict are shown with it.</summary>
    public bool FiguresShown { get; private set; }

    /// <summary>Takes in images and returns once each is diagnosed or refused.</summary>
    public Task AddAsync(IReadOnlyList<IncomingImage> incoming) => Task.WhenAll(
        [.. incoming.Take(Limits.StudiesPerSession - _studies.Count).Select((image, i) => AddAsync(image, place: null, isFirst: i == 0))]);

    /// <summary>Takes in an image and returns once it is diagnosed or refused; null where the tab holds as many as it may.</summary>
    /// <param name="image">The image.</param>
    /// <param name="place">Its place among those that come in at the same time, in whatever order; null for the end.</param>
    /// <param name="isFirst">Whether it is to be seen now.</param>
    public async Task<Study?> AddAsync(IncomingImage image, int? place, bool isFirst)
    {
        if (_studies.Count >= Limits.StudiesPerSession)
        {
            return null;
        }

        var study = new Study(image.Name, image.Synthetic) { Place = place };
        _studies.Insert(_studies.FindLastIndex(other => place is null || other.Place is null || other.Place < place) + 1, study);
        Select(isFirst ? study : Selected ?? study);
        await RunAsync(study, image);
        return study;
    }

    /// <summary>Takes in a study that is answered already.</summary>
    public void Add(Study study, Diagnosis answer, Func<Task<byte[]>> bytes)
    {
        _studies.Add(study);
        Finish(study, answer, bytes);
    }

    /// <summary>Puts studies first, in their order.</summary>
    public void Arrange(IReadOnlyList<Study> order)
    {
        Study[] arranged = [.. order.Intersect(_studies), .. _studies.Except(order)];
        _studies.Clear();
        _studies.AddRange(arranged);
        Announce();
    }

    public void Select(Study? study)
    {
        Selected = study;
        Announce();
    }

    /// <summary>Selects the study <paramref name="step"/> places on, without running over the ends.</summary>
    public void Step(int step)
    {
        if (Selected is not null)
        {
            Select(_studies[Math.Clamp(_studies.IndexOf(Selected) + step, 0, _studies.Count - 1)]);
        }
    }

    /// <summary>Whether a study's answer is not to be seen yet.</summary>
    public bool Hides(Study study) => BlindReading && study is { State: StudyState.Done, AnswerShown: false };

    /// <summary>Shows a study's answer.</summary>
    public void Reveal(Study study)
    {
        study.AnswerShown = true;
        Announce();
    }

    /// <summary>Asks for readings before answers, or no longer; an answer that was seen stays seen.</summary>
    public void ReadBlind(bool on)
    {
        BlindReading = on;
        if (!on)
        {
            _studies.FindAll(study => study.State == StudyState.Done).ForEach(study => study.AnswerShown = true);
        }

        Announce();
    }

    /// <summary>Shows all verdicts at an operating point; null for each model's own.</summary>
    public void Judge(string? operatingPoint)
    {
        OperatingPoint = operatingPoint;
        _studies.ForEach(study => study.Diagnosis = study.Answer?.At(operatingPoint));
        Announce();
    }

    /// <summary>Shows the figures behind verdicts, or no longer.</summary>
    public void ShowFigures(bool on)
    {
        FiguresShown = on;
        Announce();
    }

    public void Remove(Study study)
    {
        var index = _studies.IndexOf(study);
        _studies.Remove(study);
        Forget(study);
        Select(study != Selected ? Selected : _studies.Count == 0 ? null : _studies[Math.Min(index, _studies.Count - 1)]);
    }

    /// <summary>Says that something of a study has changed.</summary>
    public void Announce() => Changed?.Invoke();

    public void Dispose()
    {
        _closed.Cancel();
        _studies.ForEach(Forget);
        _studies.Clear();
        _closed.Dispose();
    }

    private async Task RunAsync(Study study, IncomingImage image)
    {
        try
        {
            await _slots.WaitAsync(_closed.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        try
        {
            await pipeline.RunAsync(study, image, (answer, bytes) => Finish(study, answer, bytes), Announce, _closed.Token);
        }
        finally
        {
            _slots.Release();
        }
    }

    private void Finish(Study study, Diagnosis answer, Func<Task<byte[]>> bytes)
    {
        if (!_studies.Contains(study))
        {
            return;
        }

        study.Answer = answer;
        study.Diagnosis = answer.At(OperatingPoint);
        study.AnswerShown = !BlindReading;
        study.ViewId = images.Add(answer.View);
        study.LevelsId = images.Add(async cancellation => await diagnoses.LevelsAsync(study.Name, await bytes(), cancellation));
        study.ThumbnailId = images.Add(answer.Thumbnail);
        study.ShownMethod = answer.Prediction.Saliency?.Method;
        study.OverlayId = answer.Overlay is { } overlay ? images.Add(overlay) : null;
        study.ReportId = images.Add(cancellation => reports.WriteAsync(study, cancellation));
        study.State = StudyState.Done;
        Announce();
    }

    private void Forget(Study study)
    {
        study.IsForgotten = true;
        foreach (var id in study.ImageIds)
        {
            images.Remove(id);
        }
    }
}
