namespace Pneumonia.Tests;

/// <summary>A test on real X-rays; skipped where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDataFactAttribute : FactAttribute
{
    /// <summary>Looks for the X-rays.</summary>
    public RealDataFactAttribute()
    {
        if (!Directory.Exists(Path.Combine(RepositoryPaths.RealData, "train")))
        {
            Skip = "The real X-rays are not there: ../shared/chest_xray beside the repository.";
        }
    }
}
