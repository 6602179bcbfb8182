namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>Makes of stored values what a radiologist sees (PS3.4, N.2): modality, values of interest, presentation.</summary>
internal static class GreyPipeline
{
    /// <summary>Grey levels of an image.</summary>
    /// <param name="file">Says how.</param>
    /// <param name="layout">How the values are stored.</param>
    /// <param name="stored">The values.</param>
    /// <returns>Row-major, 0 (black) to 65535 (white). Where nobody was X-rayed (pixel padding) it is black.</returns>
    public static ushort[] Apply(DicomDataSet file, PixelLayout layout, StoredPixels stored)
    {
        var isPadding = Padding(file, layout);
        var modality = Modality(file, layout);
        var shown = Shown(file, stored, modality, isPadding);
        var isInverted = file.Text(DicomTag.PresentationShape) is { Length: > 0 } shape
            ? shape == "INVERSE"
            : file.Text(DicomTag.Photometric) == "MONOCHROME1";

        // There are fewer values than pixels.
        var least = stored.Values.Min();
        var levels = new ushort[stored.Values.Max() - least + 1];
        for (var i = 0; i < levels.Length; i++)
        {
            var value = least + i;
            var level = shown(modality(value));
            levels[i] = isPadding(value) ? (ushort)0 : (ushort)Math.Round(ushort.MaxValue * (isInverted ? 1 - level : level));
        }

        return Array.ConvertAll(stored.Values, value => levels[value - least]);
    }

    private static Func<int, bool> Padding(DicomDataSet file, PixelLayout layout)
    {
        if (file[DicomTag.Padding] is null)
        {
            return _ => false;
        }

        int Told(DicomTag tag, int otherwise) => layout.IsSigned ? (short)file.Number(tag, otherwise) : file.Number(tag, otherwise);
        var one = Told(DicomTag.Padding, 0);
        var other = Told(DicomTag.PaddingLimit, (ushort)one);
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        return value => value >= low && value <= high;
    }

    private static Func<int, double> Modality(DicomDataSet file, PixelLayout layout)
    {
        if (LookUpTable.Of(file, DicomTag.ModalityLuts, layout.IsSigned) is { } table)
        {
            return value => table[value];
        }

        var slope = file.Decimals(DicomTag.Slope) is [var told, ..] && told != 0 ? told : 1;
        var intercept = file.Decimals(DicomTag.Intercept) is [var added, ..] ? added : 0;
        return value => (value * slope) + intercept;
    }

    // A table of values of interest comes before a window; without either all values are shown.
    private static Func<double, double> Shown(DicomDataSet file, StoredPixels stored, Func<int, double> modality, Func<int, bool> isPadding)
    {
        if (LookUpTable.Of(file, DicomTag.VoiLuts, stored.Values.Any(value => modality(value) < 0)) is { } table)
        {
            return value => Math.Min(1, (double)table[value] / table.Greatest);
        }

        if (GreyWindow.Of(file) is { } window)
        {
            return value => window[value];
        }

        double[] all = [.. stored.Values.Where(value => !isPadding(value)).Distinct().Select(modality).DefaultIfEmpty(0)];
        var (low, high) = (all.Min(), all.Max());
        return value => high > low ? Math.Clamp((value - low) / (high - low), 0, 1) : 0;
    }
}
