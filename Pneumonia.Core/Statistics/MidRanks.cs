namespace Pneumonia.Core.Statistics;

/// <summary>Ranks in which equal values share the mean of their places.</summary>
internal static class MidRanks
{
    /// <summary>The rank of every value among all, 1 for the least, in the order of the values.</summary>
    public static double[] Of(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort([.. values], order);
        var ranks = new double[values.Length];
        for (var first = 0; first < order.Length;)
        {
            var end = first;
            while (end < order.Length && values[order[end]] == values[order[first]])
            {
                end++;
            }

            for (var place = first; place < end; place++)
            {
                ranks[order[place]] = (first + 1 + end) / 2.0;
            }

            first = end;
        }

        return ranks;
    }
}
