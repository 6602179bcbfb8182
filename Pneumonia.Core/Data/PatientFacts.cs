namespace Pneumonia.Core.Data;

/// <summary>What is known of a patient and a picture beside the picture.</summary>
/// <param name="Population">Child or adult.</param>
/// <param name="Age">Years; null: unknown.</param>
/// <param name="Sex"><c>M</c> or <c>F</c>; null: unknown.</param>
/// <param name="View"><c>PA</c> or <c>AP</c>; null: unknown. The ill are X-rayed lying (AP), the well standing (PA), so a view tells the
/// class without a look at the lungs.</param>
public sealed record PatientFacts(Population Population, int? Age = null, string? Sex = null, string? View = null)
{
    /// <summary>Least age of an adult, years.</summary>
    public const int LeastAdultAge = 18;

    /// <summary>The population that an age belongs to.</summary>
    /// <param name="age">Years.</param>
    public static Population Of(int age) => age < LeastAdultAge ? Population.Children : Population.Adults;
}
