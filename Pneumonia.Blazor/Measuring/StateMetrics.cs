using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Pneumonia.Blazor.Serving;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Jobs;

namespace Pneumonia.Blazor.Measuring;

/// <summary>What is read off when somebody asks: the queue, and the model in service.</summary>
internal sealed class StateMetrics
{
    private readonly ConcurrentDictionary<(string Name, string Version), byte> _served = new();
    private readonly LiveModel _model;
    private readonly IJobStore _jobs;

    public StateMetrics(IMeterFactory meters, LiveModel model, IJobStore jobs)
    {
        (this._model, this._jobs) = (model, jobs);
        var meter = meters.Create(PredictionMetrics.MeterName);
        meter.CreateObservableGauge("pneumonia.jobs.waiting", Waiting, description: "Files of jobs that wait.");
        meter.CreateObservableGauge("pneumonia.model.info", Models, description: "The model in service: 1, and 0 for those before it.");
    }

    private IEnumerable<Measurement<long>> Waiting()
    {
        try
        {
            // Whoever reads instruments cannot await.
            return [new(_jobs.CountWaitingAsync().GetAwaiter().GetResult())];
        }
        catch (StorageException)
        {
            // The store's state is told at /readyz; all else that is measured is worth knowing just then.
            return [];
        }
    }

    private IEnumerable<Measurement<long>> Models()
    {
        (string Name, string Version)? live = _model.Information is { } now ? (now.Manifest.Name, now.Calibration.WeightsSha256) : null;
        if (live is { } one)
        {
            _served.TryAdd(one, 0);
        }

        return _served.Keys.Select(each => new Measurement<long>(each == live ? 1 : 0, new("name", each.Name), new("version", each.Version)));
    }
}
