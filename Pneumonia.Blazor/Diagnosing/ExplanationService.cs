using Pneumonia.Blazor.Measuring;
using Pneumonia.Blazor.Serving;
using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Serving;
using Pneumonia.Core.Serving.Pool;
using Pneumonia.Core.Serving.Queue;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>Explains answers, in turn with all else that asks a model.</summary>
public sealed class ExplanationService(LiveModel model, InferenceQueue queue, IGradientExplainer gradients)
{
    /// <summary>The methods that suit the live model, its default first; none where it does not explain itself.</summary>
    public IReadOnlyList<IExplanationMethod> Methods => model.ExplanationMethods;

    /// <summary>Why a method is not there that would be, were there what computes gradients; null for all others.</summary>
    public UserText? ObstacleTo(string method) =>
        ExplanationMethods.All.Any(each => each.Name == method && each.UsesGradients) ? gradients.Obstacle : null;

    /// <summary>Why a model does not explain the answer of another.</summary>
    public static UserText OtherModel(string answered, ModelLease live) =>
        $"{answered} gave the answer; {live.Name} is in service now and cannot explain it.";

    /// <summary>Explains and measures an answer of the model in service.</summary>
    /// <exception cref="UserException">The model that answered is not in service any more, or cannot explain this; or too many wait.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<MeasuredMap> ExplainAsync(
        Radiograph radiograph,
        string answered,
        ExplanationQuestion question,
        IProgress<DataProgress> progress,
        CancellationToken cancellation)
    {
        using var lease = await model.LeaseAsync(cancellation);
        return lease.Name == answered
            ? await ExplainAsync(lease, radiograph, question, progress, cancellation)
            : throw new UserException(OtherModel(answered, lease));
    }

    /// <summary>Explains and measures an answer of a model.</summary>
    /// <exception cref="UserException">It cannot explain this, or too many wait.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task<MeasuredMap> ExplainAsync(
        ModelLease lease,
        Radiograph radiograph,
        ExplanationQuestion question,
        IProgress<DataProgress>? progress,
        CancellationToken cancellation) =>
        Spans.RunAsync(Spans.Saliency, () => queue.ExplainAsync(lease, radiograph, question, progress, cancellation));
}
