using Microsoft.Extensions.Localization;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Texts;
using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Serving;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>Explains the studies of one open tab, one at a time: a new question ends the one before. All members are called on the
/// circuit's dispatcher.</summary>
public sealed partial class ExplanationDesk(
    ExplanationService explanations, SessionImages images, IStringLocalizer<ExplanationDesk> text, ILogger<ExplanationDesk> logger) : IDisposable
{
    private (Study Study, CancellationTokenSource Source)? _running;

    /// <summary>Raised after every change, on the circuit's dispatcher.</summary>
    public event Action? Changed;

    /// <summary>The methods to choose from, the default first.</summary>
    public IReadOnlyList<IExplanationMethod> Methods => explanations.Methods;

    /// <summary>Explains a study and returns once it is explained, has failed or was cancelled.</summary>
    public async Task ExplainAsync(Study study, string method)
    {
        if (study.Diagnosis is not { Input: { } input, Prediction: { } prediction })
        {
            return;
        }

        study.RetiredIds.ForEach(images.Remove);
        study.RetiredIds.Clear();
        using var own = new CancellationTokenSource();

        // The one before may end within the call that cancels it, and must see by then that it was followed by another.
        var followed = _running?.Source;
        _running = (study, own);
        followed?.Cancel();
        var before = study.Explanation;
        var asked = new StudyExplanation(method);
        Enter(study, asked);
        var progress = new Progress<DataProgress>(done =>
        {
            if (study.Explanation is { IsRunning: true } explanation && _running?.Source == own)
            {
                Enter(study, explanation with { Progress = done });
            }
        });
        try
        {
            var measured = await explanations.ExplainAsync(
                input, prediction.Model, new ExplanationQuestion(method, prediction.ClassToExplain()), progress, own.Token);
            own.Token.ThrowIfCancellationRequested();
            Show(study, asked with { Measured = measured }, measured);
        }
        catch (OperationCanceledException)
        {
            Leave(study, own, before is { IsRunning: false } ? before : null);
        }
        catch (UserException refusal)
        {
            Enter(study, asked with { Failure = Refusals.Tell(refusal) });
        }
        catch (Exception fault)
        {
            LogFault(logger, fault.GetType().Name);
            Enter(study, asked with { Failure = text["Fault"] });
        }
        finally
        {
            _running = _running?.Source == own ? null : _running;
        }
    }

    /// <summary>Ends the explanation that is being made, if any.</summary>
    public void Cancel() => _running?.Source.Cancel();

    public void Dispose() => Cancel();

    private void Show(Study study, StudyExplanation explanation, MeasuredMap measured)
    {
        if (study.IsForgotten)
        {
            return;
        }

        var image = study.Diagnosis!.Image;
        if (study.ShownMethod != measured.Map.Method)
        {
            study.OverlayId = Replace(study, study.OverlayId, ScreenImages.Overlay(measured.Map, image.Width, image.Height));
            study.ShownMethod = measured.Map.Method;
        }

        study.ContoursId = Replace(study, study.ContoursId, ScreenImages.Contours(measured.Map, image.Width, image.Height));
        Enter(study, explanation);
    }

    private string Replace(Study study, string? id, StoredImage image)
    {
        if (id is not null)
        {
            study.RetiredIds.Add(id);
        }

        return images.Add(image);
    }

    // Ended by the visitor, by another question about the same study, which has its own state by now, or about another study: then
    // this one is asked again when it is shown again.
    private void Leave(Study study, CancellationTokenSource own, StudyExplanation? before)
    {
        if (_running?.Source == own)
        {
            Enter(study, before ?? study.Explanation! with { Failure = text["Cancelled"] });
        }
        else if (_running?.Study != study)
        {
            Enter(study, before);
        }
    }

    private void Enter(Study study, StudyExplanation? explanation)
    {
        study.Explanation = explanation;
        Changed?.Invoke();
    }

    // The type alone: an exception's message may hold a file's name, and that a patient's.
    [LoggerMessage(LogLevel.Error, "An image could not be explained: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}
