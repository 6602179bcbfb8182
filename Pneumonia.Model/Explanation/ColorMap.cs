namespace Pneumonia.Model.Explanation;

/// <summary>The inferno colour map (S. van der Walt and N. Smith, 2015, CC0): lightness grows evenly from black through red and orange
/// to pale yellow, so that it reads the same in every kind of colour blindness and in print.</summary>
public static class ColorMap
{
    // A polynomial of degree 6 for each channel, fitted to the map's 256 colours by M. Zucker (2018, CC0), within 3 of 255 levels.
    private static readonly (double Red, double Green, double Blue)[] Coefficients =
    [
        (0.0002189403691192265, 0.001651004631001012, -0.01948089843709184),
        (0.1065134194856116, 0.5639564367884091, 3.932712388889277),
        (11.60249308247187, -3.972853965665698, -15.9423941062914),
        (-41.70399613139459, 17.43639888205313, 44.35414519872813),
        (77.162935699427, -33.40235894210092, -81.80730925738993),
        (-71.31942824499214, 32.62606426397723, 73.20951985803202),
        (25.13112622477341, -12.24266895238567, -23.07032500287172),
    ];

    private static readonly (byte Red, byte Green, byte Blue)[] Colors = [.. Enumerable.Range(0, 256).Select(i => Compute(i / 255.0))];

    /// <summary>The colour of a value; values beyond 0 and 1 have the colours of the ends.</summary>
    public static (byte Red, byte Green, byte Blue) Color(float value) => Colors[(int)MathF.Round(Math.Clamp(value, 0, 1) * 255)];

    private static (byte Red, byte Green, byte Blue) Compute(double value)
    {
        var (red, green, blue) = (0.0, 0.0, 0.0);
        foreach (var c in Coefficients.Reverse())
        {
            (red, green, blue) = ((red * value) + c.Red, (green * value) + c.Green, (blue * value) + c.Blue);
        }

        return (Level(red), Level(green), Level(blue));
    }

    private static byte Level(double channel) => (byte)Math.Round(Math.Clamp(channel, 0, 1) * 255);
}
