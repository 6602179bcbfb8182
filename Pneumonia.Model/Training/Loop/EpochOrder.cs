namespace Pneumonia.Model.Training.Loop;

/// <summary>Which examples an epoch goes through, and in which order.</summary>
internal static class EpochOrder
{
    /// <summary>As many examples as there are: each once, or, where they have weights, drawn with replacement in proportion to these.</summary>
    /// <param name="count">Number of examples.</param>
    /// <param name="weights">A weight of more than 0 for each; null: each comes once.</param>
    /// <param name="random">Draws.</param>
    /// <returns>Indices.</returns>
    public static int[] Draw(int count, IReadOnlyList<double>? weights, Random random)
    {
        var order = Enumerable.Range(0, count).ToArray();
        if (weights is null)
        {
            random.Shuffle(order);
            return order;
        }

        var sums = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            sums[i] = sum += weights[i];
        }

        foreach (ref var index in order.AsSpan())
        {
            var place = Array.BinarySearch(sums, random.NextDouble() * sum);
            index = Math.Min(place < 0 ? ~place : place + 1, count - 1);
        }

        return order;
    }
}
