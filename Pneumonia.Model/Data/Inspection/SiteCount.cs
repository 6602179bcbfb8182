namespace Pneumonia.Model.Data.Inspection;

/// <summary>Images and patients of one class at one site.</summary>
/// <param name="Site">Name of the site's folder; <see cref="None"/> for what lies beside them.</param>
/// <param name="Class">The class.</param>
/// <param name="Images">Its files, readable or not.</param>
/// <param name="Patients">Its distinct patients.</param>
public sealed record SiteCount(string Site, string Class, int Images, int Patients)
{
    /// <summary>Stands for no site.</summary>
    public const string None = "-";
}
