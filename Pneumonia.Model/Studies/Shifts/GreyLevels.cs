using Pneumonia.Core.Imaging;

namespace Pneumonia.Model.Studies.Shifts;

/// <summary>Makes an X-ray of the same size and provenance with other grey levels.</summary>
internal static class GreyLevels
{
    /// <summary>The level of white.</summary>
    public const int White = ushort.MaxValue;

    /// <summary>Changes every pixel.</summary>
    /// <param name="radiograph">The X-ray.</param>
    /// <param name="change">From a pixel's level and place in the row-major order to its new level.</param>
    public static Radiograph Map(Radiograph radiograph, Func<ushort, int, ushort> change)
    {
        var source = radiograph.Pixels.Span;
        var pixels = new ushort[source.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = change(source[i], i);
        }

        return new Radiograph(radiograph.Name, radiograph.Width, radiograph.Height, pixels, radiograph.BitDepth, radiograph.Format);
    }

    /// <summary>The level of a grey from 0 (black) to 1 (white); what leaves that range is clipped.</summary>
    public static ushort Of(double grey) => (ushort)Math.Round(Math.Clamp(grey, 0, 1) * White);
}
