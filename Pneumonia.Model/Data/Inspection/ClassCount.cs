namespace Pneumonia.Model.Data.Inspection;

/// <summary>Images and patients of one class in one split.</summary>
/// <param name="Split">The split; null in a flat data set.</param>
/// <param name="Class">The class.</param>
/// <param name="Images">Its files, readable or not.</param>
/// <param name="Patients">Its distinct patients.</param>
public sealed record ClassCount(string? Split, string Class, int Images, int Patients);
