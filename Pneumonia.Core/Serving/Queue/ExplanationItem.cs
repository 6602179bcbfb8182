using Pneumonia.Core.Data;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Core.Serving.Queue;

/// <summary>An explanation that waits to be begun.</summary>
/// <param name="lease">The model that explains.</param>
/// <param name="explain">Explains with a model; reports to whom it is given after each pass.</param>
/// <param name="progress">Who wants to know of the passes, too.</param>
/// <param name="since">Timestamp of its coming.</param>
internal sealed class ExplanationItem(
    ModelLease lease, Func<IRadiographModel, IProgress<DataProgress>, MeasuredMap> explain, IProgress<DataProgress>? progress, long since)
    : AnsweredItem<MeasuredMap>(lease, InferencePriority.Explanation, since)
{
    /// <summary>Explains, and calls back between two passes, when others may be answered on the same thread.</summary>
    public MeasuredMap Explain(Action giveWay) => explain(Lease.Model, new Passes(progress, giveWay));

    private sealed class Passes(IProgress<DataProgress>? progress, Action giveWay) : IProgress<DataProgress>
    {
        public void Report(DataProgress value)
        {
            progress?.Report(value);
            giveWay();
        }
    }
}
