using Pneumonia.Core.Imaging;

namespace Pneumonia.Model.Studies.Shifts;

/// <summary>Changes each grey level by itself.</summary>
internal static class ToneCurve
{
    /// <summary>A change of grey levels, tabulated once.</summary>
    /// <param name="curve">From grey levels of 0 (black) to 1 (white) to new ones; what leaves that range is clipped.</param>
    public static Func<Radiograph, Radiograph> Of(Func<double, double> curve)
    {
        ushort[] table = [.. Enumerable.Range(0, GreyLevels.White + 1).Select(level => GreyLevels.Of(curve(level / (double)GreyLevels.White)))];
        return radiograph => GreyLevels.Map(radiograph, (level, _) => table[level]);
    }
}
