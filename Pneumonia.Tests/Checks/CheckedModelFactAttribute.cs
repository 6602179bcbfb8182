using Pneumonia.Core.Package;

namespace Pneumonia.Tests.Checks;

/// <summary>A test of the shipped model's checks on real X-rays; skipped where either is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CheckedModelFactAttribute : FactAttribute
{
    public CheckedModelFactAttribute()
    {
        if (!Directory.Exists(Path.Combine(RepositoryPaths.RealData, "train")))
        {
            Skip = "The real X-rays are not there: ../shared/chest_xray beside the repository.";
        }
        else if (!File.Exists(Zip) || ModelZip.ReadInformation(Zip).Checks is null)
        {
            Skip = "The shipped model has no checks: models/pneumonia.zip.";
        }
    }

    /// <summary>The model: the shipped one, or the one that PNEUMONIA_TEST_MODEL names.</summary>
    public static string Zip { get; } =
        Environment.GetEnvironmentVariable("PNEUMONIA_TEST_MODEL") ?? Path.Combine(RepositoryPaths.Root, "models", "pneumonia.zip");
}
