namespace Pneumonia.Core.Data;

/// <summary>Counts patients.</summary>
internal static class PatientCounts
{
    /// <summary>Patients of the rarest class. A patient with images of several classes counts for none.</summary>
    public static int OfRarestClass(IReadOnlyList<XRay> images)
    {
        var pure = images.GroupBy(image => image.Patient)
            .Select(patient => patient.Select(image => image.Class).Distinct().ToArray())
            .Where(classes => classes.Length == 1)
            .CountBy(classes => classes[0])
            .ToDictionary();
        return images.Select(image => image.Class).Distinct().Min(name => pure.GetValueOrDefault(name));
    }
}
