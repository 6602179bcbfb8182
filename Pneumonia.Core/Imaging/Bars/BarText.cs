namespace Pneumonia.Core.Imaging.Bars;

/// <summary>Places along a side where something is written across a bar, so that no line of it is of one grey: a time stamp in a bar at the
/// left crosses its columns in a few rows.</summary>
/// <param name="length">Pixels of a line.</param>
internal sealed class BarText(int length)
{
    // A written line's height with what a JPEG makes of its surroundings, and all of them together.
    private const double MostRun = 0.06;
    private const int LeastMostRun = 28;
    private const double MostInAll = 0.2;

    private readonly bool[] _marked = new bool[length];

    /// <summary>Marks where an outer line is of another grey.</summary>
    public void Mark(ReadOnlySpan<ushort> line, BarGrey grey)
    {
        for (var i = 0; i < line.Length; i++)
        {
            _marked[i] |= grey.IsOther(line[i]);
        }
    }

    /// <summary>The places without text, and whether there is any; all of them where what is marked cannot be text.</summary>
    public (bool[] Places, bool IsText) OtherPlaces()
    {
        var (inAll, run, longest) = (0, 0, 0);
        foreach (var isMarked in _marked)
        {
            run = isMarked ? run + 1 : 0;
            (inAll, longest) = (inAll + (isMarked ? 1 : 0), Math.Max(longest, run));
        }

        var isText = inAll <= MostInAll * length && longest <= Math.Max(LeastMostRun, MostRun * length);
        return (Array.ConvertAll(_marked, isMarked => !(isText && isMarked)), isText && inAll > 0);
    }
}
