namespace Pneumonia.Core.Lungs;

/// <summary>A third of one lung, and how much of a map lies in it.</summary>
/// <param name="Side">The patient's own side: what lies to the left on a frontal X-ray is the right lung.</param>
/// <param name="Level">Which third of the lung's height.</param>
/// <param name="Share">Share of the whole map, 0 to 1.</param>
public sealed record LungZone(LungSide Side, LungLevel Level, double Share)
{
    /// <summary>The zone that holds most of a map; null where none holds enough to be named.</summary>
    /// <param name="field">The lung fields.</param>
    /// <param name="map">What each place of the grid counts, 0 or more; row-major, <see cref="LungField.Side"/> squared.</param>
    /// <param name="leastShare">Least share of the whole map that a zone must hold, 0 to 1.</param>
    public static LungZone? Of(LungField field, ReadOnlySpan<float> map, double leastShare = 0.25)
    {
        if (!field.IsPlausible)
        {
            return null;
        }

        var (sums, all) = (new double[6], 0.0);
        var middle = (field.Box.Left + field.Box.Right) / 2 * LungField.Side;
        var tops = new[] { new Extent(field, x => x < middle), new Extent(field, x => x >= middle) };
        for (var i = 0; i < map.Length; i++)
        {
            all += map[i];
            if (field.Mask[i])
            {
                var (y, x) = Math.DivRem(i, LungField.Side);
                var side = x < middle ? 0 : 1;
                sums[side * 3 + tops[side].Third(y)] += map[i];
            }
        }

        var most = Array.IndexOf(sums, sums.Max());
        return all > 0 && sums[most] >= leastShare * all ? new LungZone((LungSide)(most / 3), (LungLevel)(most % 3), sums[most] / all) : null;
    }

    // Rows from the first to the last of one lung.
    private sealed class Extent
    {
        private readonly int _top = LungField.Side;
        private readonly int _bottom;

        public Extent(LungField field, Func<int, bool> isMine)
        {
            for (var i = 0; i < field.Mask.Length; i++)
            {
                if (field.Mask[i] && isMine(i % LungField.Side))
                {
                    (_top, _bottom) = (Math.Min(_top, i / LungField.Side), Math.Max(_bottom, i / LungField.Side + 1));
                }
            }
        }

        public int Third(int row) => Math.Clamp((row - _top) * 3 / Math.Max(1, _bottom - _top), 0, 2);
    }
}
