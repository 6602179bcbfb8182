namespace Pneumonia.Model.Studies.Shifts;

/// <summary>The simulated shifts: brightness, contrast, sharpness, noise, field of view, compression (after Hendrycks and Dietterich
/// 2019, "Benchmarking neural network robustness to common corruptions and perturbations", for X-rays).</summary>
/// <remarks>Brighter and darker are said of the picture: more dose makes a film darker, so that "overexposed" would be misread.</remarks>
public static class ImageShifts
{
    private const double Margin = 0.08;

    /// <summary>No change.</summary>
    public static ImageShift Plain { get; } = new("plain", radiograph => radiograph);

    /// <summary>All of them, <see cref="Plain"/> first.</summary>
    /// <param name="seed">Seed of the noise.</param>
    public static IReadOnlyList<ImageShift> All(int seed) =>
    [
        Plain,
        new("brighter", ToneCurve.Of(grey => Math.Pow(grey, 0.6))),
        new("darker", ToneCurve.Of(grey => Math.Pow(grey, 1.6))),
        new("low contrast", ToneCurve.Of(grey => (grey - 0.5) * 0.6 + 0.5)),
        new("high contrast", ToneCurve.Of(grey => (grey - 0.5) * 1.5 + 0.5)),
        new("blurred", Detail.Blur),
        new("sharpened", Detail.Sharpen),
        new("noisy", radiograph => Detail.AddNoise(radiograph, seed)),
        new("cropped", radiograph => FieldOfView.Crop(radiograph, Margin)),
        new("bordered", radiograph => FieldOfView.Border(radiograph, Margin)),
        new("compressed", Detail.Compress),
    ];
}
