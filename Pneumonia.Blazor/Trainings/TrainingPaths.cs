namespace Pneumonia.Blazor.Trainings;

/// <summary>Where trainings find and keep their files: full paths.</summary>
/// <param name="DataRoots">Folders below which data sets lie.</param>
/// <param name="Recipes">Folder of the recipes.</param>
/// <param name="Runs">Folder of the runs' workspaces.</param>
internal sealed record TrainingPaths(IReadOnlyList<string> DataRoots, string Recipes, string Runs)
{
    /// <summary>The folder of one run.</summary>
    public string Of(string id) => Path.Combine(Runs, id);
}
