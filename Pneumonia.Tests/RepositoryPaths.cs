namespace Pneumonia.Tests;

/// <summary>Folders that tests look for.</summary>
internal static class RepositoryPaths
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Real X-rays, beside the repository; may be missing.</summary>
    public static string RealData { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared", "chest_xray"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PneumoniaML.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No PneumoniaML.sln above {AppContext.BaseDirectory}.");
    }
}
