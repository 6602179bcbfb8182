namespace Pneumonia.Core.Serving.Queue;

/// <summary>What waits, first come first served within each priority. Not thread-safe.</summary>
internal sealed class WaitingLines(InferenceQueueOptions options)
{
    private readonly LinkedList<QueueItem>[] _lines = [.. Enum.GetValues<InferencePriority>().Select(_ => new LinkedList<QueueItem>())];

    public int Count => _lines.Sum(line => line.Count);

    /// <summary>Puts something at the end of its line; false where that is full.</summary>
    public bool TryAdd(QueueItem item)
    {
        if (Line(item.Priority).Count >= options.MostWaiting)
        {
            return false;
        }

        Line(item.Priority).AddLast(item);
        return true;
    }

    /// <summary>Takes something out; false where it does not wait any more.</summary>
    public bool Remove(QueueItem item) => Line(item.Priority).Remove(item);

    /// <summary>
    /// Takes out what is next down to a priority: one explanation, or an image and those behind it that ask the same model. Others of a
    /// lower priority are not taken along: the first would wait for them.
    /// </summary>
    public IReadOnlyList<QueueItem> Next(InferencePriority lowest)
    {
        if (_lines.Take((int)lowest + 1).FirstOrDefault(line => line.Count > 0) is not { First.Value: { } first } line)
        {
            return [];
        }

        List<QueueItem> next = first is PredictionItem
            ? [.. line.OfType<PredictionItem>().Where(item => item.Lease.Model == first.Lease.Model).Take(options.MostAtOnce)]
            : [first];
        next.ForEach(item => line.Remove(item));
        return next;
    }

    /// <summary>Takes all out.</summary>
    public IReadOnlyList<QueueItem> Clear()
    {
        var all = _lines.SelectMany(line => line).ToList();
        Array.ForEach(_lines, line => line.Clear());
        return all;
    }

    private LinkedList<QueueItem> Line(InferencePriority priority) => _lines[(int)priority];
}
