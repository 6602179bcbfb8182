using Pneumonia.Blazor.Measuring;
using Pneumonia.Blazor.Serving;
using Pneumonia.Model.Data;
using Pneumonia.Model.Explanation;
using Pneumonia.Model.Explanation.Quality;
using Pneumonia.Model.Imaging;
using Pneumonia.Model.Serving;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>Explains answers of the live model, off the caller's thread.</summary>
public sealed class ExplanationService(LiveModel model) : IDisposable
{
    // An explanation keeps all cores busy for seconds; two at once would hold up the diagnoses of everybody else.
    private readonly SemaphoreSlim slot = new(1);

    /// <summary>The methods that suit the live model, its default first; none where it does not explain itself.</summary>
    public IReadOnlyList<IExplanationMethod> Methods => model.ExplanationMethods;

    /// <summary>Explains and measures.</summary>
    /// <exception cref="Pneumonia.Model.UserException">No model is loaded, or it cannot explain this.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<MeasuredMap> ExplainAsync(
        Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress> progress, CancellationToken cancellation)
    {
        await slot.WaitAsync(cancellation);
        try
        {
            return await Task.Run(
                () => Spans.Run(Spans.Saliency, () => model.Explain(radiograph, question, progress, cancellation)), cancellation);
        }
        finally
        {
            slot.Release();
        }
    }

    public void Dispose() => slot.Dispose();
}
