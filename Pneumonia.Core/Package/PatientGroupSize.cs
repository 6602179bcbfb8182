namespace Pneumonia.Core.Package;

/// <summary>How many there were.</summary>
/// <param name="Images">Images.</param>
/// <param name="Patients">Their patients.</param>
public sealed record PatientGroupSize(int Images, int Patients);
