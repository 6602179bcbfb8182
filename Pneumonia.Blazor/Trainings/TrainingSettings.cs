using System.ComponentModel.DataAnnotations;

namespace Pneumonia.Blazor.Trainings;

/// <summary>Section <c>Training</c> of the configuration. Relative paths start at the app's content root.</summary>
public sealed class TrainingSettings
{
    public const string Section = "Training";

    /// <summary>Folders below which data sets may be trained on, and nowhere else.</summary>
    public string[] DataRoots { get; set; } = [];

    /// <summary>Folder of the recipes, JSON files as <c>train --recipe</c> reads them. Weights that they name are looked for beside it.</summary>
    public string Recipes { get; set; } = "../recipes";

    /// <summary>Processor cores that a training may take; 0: half of them.</summary>
    [Range(0, int.MaxValue)]
    public int Threads { get; set; }

    /// <summary>How far a training stands back behind the app, from 0 to 19 as <c>nice</c> counts.</summary>
    [Range(0, 19)]
    public int Niceness { get; set; } = 10;
}
