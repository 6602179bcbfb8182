using Pneumonia.Blazor.Serving;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Jobs;
using Pneumonia.Model.Serving;

namespace Pneumonia.Blazor.Measuring;

/// <summary>Everything behind <c>/metrics</c>. Made when the app starts, so that no request goes by uncounted.</summary>
internal sealed class MetricsText(PredictionMetrics metrics, MetricCollector collector, LiveModel model, IJobStore jobs)
{
    private readonly Lock gate = new();
    private ModelInformation? live;

    /// <summary>All series as text, as they stand now.</summary>
    public async Task<string> WriteAsync()
    {
        NoteModel();
        try
        {
            metrics.Waiting(await jobs.CountWaitingAsync());
        }
        catch (StorageException)
        {
            // The store's state is told at /readyz; all else that is measured is worth knowing just then.
        }

        return collector.Write();
    }

    private void NoteModel()
    {
        lock (gate)
        {
            var now = model.Information;
            if (live is not null && live.Version != now?.Version)
            {
                metrics.Model(live, live: false);
            }

            if (now is not null)
            {
                metrics.Model(now, live: true);
            }

            live = now;
        }
    }
}
