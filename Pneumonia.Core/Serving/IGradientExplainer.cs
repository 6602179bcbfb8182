using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;

namespace Pneumonia.Core.Serving;

/// <summary>Explains by the methods that need gradients, which ONNX Runtime does not compute.</summary>
public interface IGradientExplainer
{
    /// <summary>Why it explains nothing as things are, in one sentence; null where it does.</summary>
    UserText? Obstacle { get; }

    /// <summary>Where the evidence for an answer lies, unmeasured: what measures it takes many passes.</summary>
    /// <param name="zip">The model's zip.</param>
    /// <param name="radiograph">The X-ray.</param>
    /// <param name="question">Method, class and seed; all are named.</param>
    /// <param name="progress">Told of the passes, on the caller's thread.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="UserException">It cannot be explained; the message says why.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    SaliencyMap Map(
        string zip, Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation);

    /// <summary>Explains the answer for one X-ray, and measures the explanation.</summary>
    /// <param name="zip">The model's zip.</param>
    /// <param name="radiograph">The X-ray.</param>
    /// <param name="question">Method, class and seed; all are named.</param>
    /// <param name="progress">Told of the passes, on the caller's thread.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="UserException">It cannot be explained; the message says why.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    MeasuredMap Explain(
        string zip, Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation);
}
