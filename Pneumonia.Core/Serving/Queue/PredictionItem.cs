using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Core.Serving.Queue;

/// <summary>An image that waits for its answer.</summary>
internal sealed class PredictionItem(ModelLease lease, PredictionInput input, InferencePriority priority, long since)
    : AnsweredItem<Prediction>(lease, priority, since)
{
    public PredictionInput Input => input;
}
