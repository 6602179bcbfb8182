using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Pneumonia.Blazor.Measuring;

/// <summary>One instrument and all its series, in the text format of Prometheus (version 0.0.4).</summary>
internal sealed class MetricFamily
{
    // A mistake in the labels must not fill the memory.
    private const int MostSeries = 1000;

    private static readonly double[] SecondsBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    // The same on every machine, and no more than a reader wants to tell apart.
    private static readonly string[] Unsaid = ["network.protocol.version", "network.protocol.name", "url.scheme", "aspnetcore.user.is_authenticated"];

    private readonly ConcurrentDictionary<string, MetricSeries> series = new(StringComparer.Ordinal);
    private readonly Instrument instrument;
    private readonly string type;
    private readonly IReadOnlyList<double> bounds = [];
    private readonly bool isTotal;

    public MetricFamily(Instrument instrument)
    {
        this.instrument = instrument;
        var kind = instrument.GetType().Name;
        type = kind.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
            : kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal) ? "counter"
            : "gauge";
        isTotal = kind.StartsWith("Observable", StringComparison.Ordinal) || kind.StartsWith("Gauge", StringComparison.Ordinal);
        if (type == "histogram")
        {
            bounds = (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries ?? SecondsBounds;
        }

        Name = NameOf(instrument, type);
    }

    /// <summary>Name in Prometheus' manner: what is counted, its unit, and <c>_total</c> for a counter.</summary>
    public string Name { get; }

    public void Measure(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        if (!series.TryGetValue(labels, out var one))
        {
            if (series.Count >= MostSeries)
            {
                return;
            }

            one = series.GetOrAdd(labels, _ => new MetricSeries(bounds));
        }

        // Observable instruments and gauges tell where they stand, all others by how much that changes.
        if (isTotal)
        {
            one.Set(value);
        }
        else
        {
            one.Add(value);
        }
    }

    public void Write(StringBuilder text)
    {
        if (series.IsEmpty)
        {
            return;
        }

        text.Append($"# HELP {Name} {Escape(instrument.Description ?? instrument.Name)}\n# TYPE {Name} {type}\n");
        foreach (var (labels, one) in series.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var (sum, buckets) = one.Read();
            if (type != "histogram")
            {
                text.Append($"{Name}{Braces(labels)} {Number(sum)}\n");
                continue;
            }

            var count = 0L;
            for (var i = 0; i < buckets.Length; i++)
            {
                count += buckets[i];
                var bound = i < bounds.Count ? Number(bounds[i]) : "+Inf";
                text.Append($"{Name}_bucket{Braces($"{labels}{(labels.Length == 0 ? string.Empty : ",")}le=\"{bound}\"")} {count}\n");
            }

            text.Append($"{Name}_sum{Braces(labels)} {Number(sum)}\n{Name}_count{Braces(labels)} {count}\n");
        }
    }

    private static string NameOf(Instrument instrument, string type)
    {
        var name = Plain(instrument.Name);
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => string.Empty };
        return $"{name}{(name.EndsWith(unit, StringComparison.Ordinal) ? string.Empty : unit)}{(type == "counter" ? "_total" : string.Empty)}";
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>(tags.Length);
        foreach (var (key, value) in tags)
        {
            if (!Unsaid.Contains(key) && value is not null)
            {
                labels.Add($"{Plain(key)}=\"{Escape(Convert.ToString(value, CultureInfo.InvariantCulture)!).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
            }
        }

        labels.Sort(StringComparer.Ordinal);
        return string.Join(',', labels);
    }

    private static string Plain(string name) => name.Replace('.', '_').Replace('-', '_');

    private static string Braces(string labels) => labels.Length == 0 ? string.Empty : $"{{{labels}}}";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
