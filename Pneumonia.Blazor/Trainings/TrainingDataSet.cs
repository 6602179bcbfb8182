namespace Pneumonia.Blazor.Trainings;

/// <summary>A folder that can be trained on.</summary>
/// <param name="Name">Its name for people: the root's name and the path below it.</param>
/// <param name="Path">Full path.</param>
public sealed record TrainingDataSet(string Name, string Path);
