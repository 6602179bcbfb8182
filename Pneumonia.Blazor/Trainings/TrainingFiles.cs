namespace Pneumonia.Blazor.Trainings;

/// <summary>The files of one run.</summary>
/// <param name="Folder">The run's folder.</param>
internal sealed record TrainingFiles(string Folder)
{
    /// <summary>The trainer's options.</summary>
    public string Recipe => Path.Combine(Folder, "recipe.json");

    /// <summary>Checkpoints, phantoms and cached features.</summary>
    public string Workspace => Path.Combine(Folder, "workspace");

    /// <summary>The model that comes of it.</summary>
    public string Zip => Path.Combine(Folder, "model.zip");
}
