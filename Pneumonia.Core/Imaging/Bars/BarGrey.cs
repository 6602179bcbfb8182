namespace Pneumonia.Core.Imaging.Bars;

/// <summary>The one grey of a bar, and how far its pixels may differ.</summary>
/// <param name="Level">The grey.</param>
/// <param name="Tolerance">Largest difference.</param>
internal readonly record struct BarGrey(int Level, int Tolerance)
{
    // A step of 8 bits.
    private const int Step = 257;

    // What a JPEG leaves of one grey is within 2; a film's or a detector's noise is not within 8.
    private const int LeastTolerance = 2 * Step;
    private const int MostTolerance = 8 * Step;
    private const int MostDark = 64 * Step;
    private const int MostFlatTolerance = 6 * Step;
    private const double MostUsualDifference = 2.5 * Step;

    // Of normal noise six in ten differ by less than 0.84 standard deviations: three of these are the tolerance.
    private const double UsualShare = 0.6;
    private const double ToleranceByUsual = 3.6;

    private const double MostOthers = 0.003;

    // What a JPEG's blocks carry over from a picture's edge.
    private const int Ringing = 20 * Step;
    private const double MostRinging = 0.02;

    // Tissue may be near a bar's grey, and a background that fades in near black must not be taken for a picture that begins.
    private const int Gone = 12 * Step;
    private const double LeastGone = 0.5;

    /// <summary>The grey of an outermost line; null where it is noise.</summary>
    public static BarGrey? Of(ReadOnlySpan<ushort> line)
    {
        var sorted = line.ToArray();
        Array.Sort(sorted);
        int level = sorted[sorted.Length / 2];
        var differences = Array.ConvertAll(sorted, pixel => Math.Abs(pixel - level));
        Array.Sort(differences);
        double usual = differences[(int)(UsualShare * (differences.Length - 1))];
        return usual > MostUsualDifference
            ? null
            : new(level, Math.Min(MostTolerance, LeastTolerance + (int)(ToleranceByUsual * usual)));
    }

    /// <summary>Whether it is one grey indeed, and no smooth part of a picture.</summary>
    public bool IsFlat => Tolerance < MostFlatTolerance;

    /// <summary>Whether an X-ray's own background may be of this grey.</summary>
    public bool IsDark => Level <= MostDark;

    /// <summary>Whether a pixel is of another grey.</summary>
    public bool IsOther(ushort pixel) => Math.Abs(pixel - Level) > Tolerance;

    /// <summary>Whether a line is of this grey from end to end.</summary>
    /// <param name="line">The line.</param>
    /// <param name="places">The places that count.</param>
    public bool Fills(ReadOnlySpan<ushort> line, ReadOnlySpan<bool> places) => Share(line, places, Tolerance) <= MostOthers;

    /// <summary>Whether a line may be of this grey but for what a JPEG carries over.</summary>
    /// <inheritdoc cref="Fills"/>
    public bool MayRingIn(ReadOnlySpan<ushort> line, ReadOnlySpan<bool> places) => Share(line, places, Ringing) <= MostRinging;

    /// <summary>Whether a line is a picture's.</summary>
    /// <inheritdoc cref="Fills"/>
    public bool IsGoneFrom(ReadOnlySpan<ushort> line, ReadOnlySpan<bool> places) => Share(line, places, IsDark ? Ringing : Gone) >= LeastGone;

    /// <summary>Mean difference of a line's pixels from this grey, in steps of 8 bits.</summary>
    /// <inheritdoc cref="Fills"/>
    public double Noise(ReadOnlySpan<ushort> line, ReadOnlySpan<bool> places)
    {
        var (sum, counted) = (0L, 0);
        for (var i = 0; i < line.Length; i++)
        {
            if (places[i])
            {
                (sum, counted) = (sum + Math.Abs(line[i] - Level), counted + 1);
            }
        }

        return (double)sum / Math.Max(counted, 1) / Step;
    }

    // Share of the pixels that differ by more.
    private double Share(ReadOnlySpan<ushort> line, ReadOnlySpan<bool> places, int most)
    {
        var (others, counted) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            if (places[i])
            {
                counted++;
                others += Math.Abs(line[i] - Level) > most ? 1 : 0;
            }
        }

        return (double)others / Math.Max(counted, 1);
    }
}
