namespace Pneumonia.Core.Recipes;

/// <summary>What is the machine's or the moment's, not the model's: no recipe holds it.</summary>
public sealed record RunSettings
{
    /// <summary>Epoch after which this run ends although the training is longer: the schedule is laid over all of
    /// <see cref="ImageClassificationOptions.Epoch"/>, and with <see cref="Resume"/> a later run goes on as if there had been no break.
    /// Null: run to the end.</summary>
    public int? StopAfterEpoch { get; init; }

    /// <summary>Folder for cached bottleneck features, where trainings share them. Null: the workspace.</summary>
    public string? BottleneckPath { get; init; }

    /// <summary>Where the network is trained.</summary>
    public TrainingDevice Device { get; init; }

    /// <summary>Go on from the checkpoint in <see cref="ImageClassificationOptions.WorkspacePath"/>.</summary>
    public bool Resume { get; init; }
}
