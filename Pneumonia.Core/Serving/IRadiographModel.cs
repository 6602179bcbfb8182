using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;

namespace Pneumonia.Core.Serving;

/// <summary>A loaded model: answers, explains, and says what it is. Thread-safe.</summary>
public interface IRadiographModel : IDisposable
{
    /// <summary>What its zip says of itself.</summary>
    ModelInformation Information { get; }

    /// <summary>The methods that suit it, the first of them for where nobody chooses; none where it does not explain itself.</summary>
    IReadOnlyList<IExplanationMethod> ExplanationMethods { get; }

    /// <summary>Answers for several radiographs at once.</summary>
    /// <returns>One answer each, in order.</returns>
    Prediction[] Predict(IReadOnlyList<PredictionInput> inputs);

    /// <summary>Explains the answer for one X-ray, and measures the explanation.</summary>
    /// <param name="radiograph">The X-ray.</param>
    /// <param name="question">Which method, class and seed.</param>
    /// <param name="progress">Told, between two passes, of the map's passes, where the method takes many, then of those of its measurement.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="UserException">The model has no such class, or the method does not suit it.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    MeasuredMap Explain(
        Radiograph radiograph,
        ExplanationQuestion question,
        IProgress<DataProgress>? progress = null,
        CancellationToken cancellation = default);
}
