using System.Diagnostics.Metrics;
using Pneumonia.Core.Serving.Queue;

namespace Pneumonia.Blazor.Measuring;

/// <summary>How many wait for the model, and how long.</summary>
internal sealed class QueueMetrics : IDisposable
{
    private readonly InferenceQueue _queue;
    private readonly Histogram<double> _waits;

    public QueueMetrics(IMeterFactory meters, InferenceQueue queue)
    {
        this._queue = queue;
        var meter = meters.Create(PredictionMetrics.MeterName);
        meter.CreateObservableGauge(
            "pneumonia.inference.queue.length", () => queue.Length, description: "Images and explanations that wait for the model.");
        _waits = meter.CreateHistogram(
            "pneumonia.inference.queue.wait",
            "s",
            "Time that an image or an explanation has waited for the model, by priority.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });
        queue.Begun += Record;
    }

    public void Dispose() => _queue.Begun -= Record;

    private void Record(InferencePriority priority, TimeSpan wait) =>
        _waits.Record(wait.TotalSeconds, new KeyValuePair<string, object?>("priority", priority.ToString().ToLowerInvariant()));
}
