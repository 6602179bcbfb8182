namespace Pneumonia.Core.Imaging.Bars;

/// <summary>What lies at two opposite sides of an image, and how much of it is a bar. A picture that begins at once shows where its bar ends, and so does a bar that is not dark. Black
/// next to an X-ray's own black background does not: there an export that puts the X-ray into the middle is known by two bars of a width, and a
/// lone one by a width that no background has.</summary>
/// <param name="First">One side.</param>
/// <param name="Second">The other.</param>
/// <param name="Lines">Lines from one side to the other.</param>
internal readonly record struct BarPair(BarEnd First, BarEnd Second, int Lines)
{
    // A background is seldom as wide at both sides, or alone; with letters in it, which may be a marker, more often.
    private const double LeastOfTwo = 0.09;
    private const double LeastOfTwoWritten = 0.12;
    private const double LeastAlone = 0.16;
    private const double LeastLikeness = 0.75;

    /// <summary>Lines to cut off each side.</summary>
    public (int First, int Second) Cut()
    {
        if (!First.IsCertain && !Second.IsCertain)
        {
            var both = Math.Min(First.Lines, Second.Lines);
            return both >= (First.IsWritten && Second.IsWritten ? LeastOfTwoWritten : LeastOfTwo) * Lines ? (both, both) : (Alone(First), Alone(Second));
        }

        return (Beside(First, Second), Beside(Second, First));
    }

    private int Beside(BarEnd one, BarEnd other) => one.IsCertain ? one.Lines
        : one.Lines >= LeastLikeness * other.Lines ? Math.Min(one.Lines, other.Lines)
        : Alone(one);

    private int Alone(BarEnd one) => one.Lines >= LeastAlone * Lines ? one.Lines : 0;
}
