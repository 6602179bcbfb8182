using Pneumonia.Model.Imaging;

namespace Pneumonia.Model.Evaluation.Shifts;

/// <summary>Changes each grey level by itself.</summary>
internal static class ToneCurve
{
    private const int White = ushort.MaxValue;

    /// <summary>A change of grey levels, tabulated once.</summary>
    /// <param name="curve">From grey levels of 0 (black) to 1 (white) to new ones; what leaves that range is clipped.</param>
    public static Func<Radiograph, Radiograph> Of(Func<double, double> curve)
    {
        var table = new ushort[White + 1];
        for (var level = 0; level <= White; level++)
        {
            table[level] = (ushort)Math.Round(Math.Clamp(curve(level / (double)White), 0, 1) * White);
        }

        return radiograph => new Radiograph(
            radiograph.Name, radiograph.Width, radiograph.Height, Array.ConvertAll(radiograph.Pixels.ToArray(), level => table[level]),
            radiograph.BitDepth, radiograph.Format);
    }
}
