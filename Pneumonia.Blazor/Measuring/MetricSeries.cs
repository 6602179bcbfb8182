namespace Pneumonia.Blazor.Measuring;

/// <summary>The measurements of one instrument under one set of labels.</summary>
/// <param name="Bounds">Upper bounds of a histogram's buckets; empty for a plain number.</param>
internal sealed class MetricSeries(IReadOnlyList<double> bounds)
{
    private readonly Lock gate = new();
    private readonly long[] buckets = new long[bounds.Count + 1];
    private double sum;

    /// <summary>Adds to the sum, and to the bucket where the value belongs.</summary>
    public void Add(double value)
    {
        var index = 0;
        while (index < bounds.Count && value > bounds[index])
        {
            index++;
        }

        lock (gate)
        {
            sum += value;
            buckets[index]++;
        }
    }

    /// <summary>Puts a value in the place of the one before.</summary>
    public void Set(double value)
    {
        lock (gate)
        {
            sum = value;
        }
    }

    /// <summary>The sum, and the measurements in each bucket, the last one for what is above all bounds.</summary>
    public (double Sum, long[] Buckets) Read()
    {
        lock (gate)
        {
            return (sum, [.. buckets]);
        }
    }
}
