using Pneumonia.Model.Data;
using Pneumonia.Model.Explanation;
using Pneumonia.Model.Explanation.Quality;
using Pneumonia.Model.Imaging;

namespace Pneumonia.Model.Serving;

/// <summary>A model that explains its answers.</summary>
public interface IExplainingModel
{
    /// <summary>The methods that suit it; the first is used where nobody chooses.</summary>
    IReadOnlyList<IExplanationMethod> ExplanationMethods { get; }

    /// <summary>Explains the answer for one X-ray, and measures the explanation.</summary>
    /// <param name="radiograph">The X-ray.</param>
    /// <param name="question">Which method, class and seed.</param>
    /// <param name="progress">Told of the map's passes, where the method takes many, then of those of its measurement.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="UserException">The model has no such class, or the method does not suit it.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    MeasuredMap Explain(
        Radiograph radiograph,
        ExplanationQuestion question,
        IProgress<DataProgress>? progress = null,
        CancellationToken cancellation = default);
}
