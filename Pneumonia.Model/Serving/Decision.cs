namespace Pneumonia.Model.Serving;

/// <summary>Turns probabilities into a verdict.</summary>
public static class Decision
{
    /// <summary>The positive class when its probability reaches the default operating point, else the likeliest other class.</summary>
    public static string Label(ModelManifest manifest, Calibration calibration, IReadOnlyList<double> probabilities)
    {
        var byClass = manifest.Classes.Zip(probabilities).ToArray();
        return byClass.Single(pair => pair.First == manifest.PositiveClass).Second >= calibration.DefaultPoint.Threshold
            ? manifest.PositiveClass
            : byClass.Where(pair => pair.First != manifest.PositiveClass).MaxBy(pair => pair.Second).First;
    }
}
