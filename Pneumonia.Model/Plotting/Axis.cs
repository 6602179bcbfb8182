using System.Globalization;

namespace Pneumonia.Model.Plotting;

/// <summary>One axis of a plot, linear.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Min">Value at its start.</param>
/// <param name="Max">Value at its end, more than <paramref name="Min"/>.</param>
/// <param name="Step">Distance of its ticks.</param>
internal sealed record Axis(string Title, double Min, double Max, double Step)
{
    private const int MostTicks = 6;

    /// <summary>The ticks with their labels.</summary>
    public IEnumerable<(double At, string Label)> Ticks
    {
        get
        {
            var format = Step >= 1 ? "0" : Step >= 0.1 ? "0.0" : "0.00";
            for (var n = (int)Math.Ceiling((Min / Step) - 1e-9); n * Step <= Max + (Step * 1e-9); n++)
            {
                yield return (n * Step, (n * Step).ToString(format, CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>From 0 to 1.</summary>
    public static Axis Unit(string title) => new(title, 0, 1, 0.2);

    /// <summary>Covers a range, its ends on ticks.</summary>
    public static Axis Around(string title, double least, double greatest)
    {
        var range = Math.Max(greatest - least, 1e-6);
        var power = Math.Pow(10, Math.Floor(Math.Log10(range / MostTicks)));
        var step = new[] { 1.0, 2.0, 5.0, 10.0 }.Select(factor => factor * power).First(candidate => range / candidate <= MostTicks);
        return new Axis(title, Math.Floor((least / step) + 1e-9) * step, Math.Ceiling((greatest / step) - 1e-9) * step, step);
    }

    /// <summary>Place of a value between start (0) and end (1).</summary>
    public double Share(double value) => (value - Min) / (Max - Min);
}
