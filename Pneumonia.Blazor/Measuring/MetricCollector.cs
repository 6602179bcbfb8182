using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Pneumonia.Blazor.Measuring;

/// <summary>Listens to the app's own instruments, to those of the framework's HTTP server and to the runtime's, and tells where they
/// stand.</summary>
internal sealed class MetricCollector : IDisposable
{
    private const string Runtime = "System.Runtime";

    private static readonly string[] Meters = [PredictionMetrics.MeterName, "Microsoft.AspNetCore.Hosting"];

    private readonly ConcurrentDictionary<Instrument, MetricFamily> families = new();
    private readonly MeterListener listener = new();

    public MetricCollector(IMeterFactory factory)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            // Other apps in the same process, as in tests, have factories of their own.
            var meter = instrument.Meter;
            if (meter.Name == Runtime || (Meters.Contains(meter.Name) && meter.Scope == factory))
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measure(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measure(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Measure(instrument, value, tags));
        listener.Start();
    }

    /// <summary>All series as text.</summary>
    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var family in families.Values.OrderBy(family => family.Name, StringComparer.Ordinal))
        {
            family.Write(text);
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Measure(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        families.GetOrAdd(instrument, static one => new MetricFamily(one)).Measure(value, tags);
}
