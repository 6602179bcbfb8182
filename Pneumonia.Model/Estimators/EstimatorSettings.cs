using Pneumonia.Core.Data;
using Pneumonia.Core.Package;

namespace Pneumonia.Model.Estimators;

/// <summary>What an estimator needs beside the training's options: which columns it reads, and what becomes of the model.</summary>
public sealed record EstimatorSettings
{
    /// <summary>The text column with the images' paths.</summary>
    public string ImagePathColumn { get; init; } = ModelColumns.ImagePath;

    /// <summary>The column with the class names, as text or keys.</summary>
    public string LabelColumn { get; init; } = "Label";

    /// <summary>A text column with the patients. Where the data has no such column, the files' names tell them.</summary>
    public string PatientColumn { get; init; } = nameof(LabelledImage.Patient);

    /// <summary>The class names in the order of the scores; null: those of the labels, in ordinal order.</summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>The classes held against the threshold; none: all but NORMAL, else PNEUMONIA, else the last.</summary>
    public IReadOnlyList<string> PositiveClasses { get; init; } = [];

    /// <summary>The model zip to write or replace; null: none is kept.</summary>
    public string? Zip { get; init; }

    /// <summary>Name of the data set, for the model card.</summary>
    public string DataName { get; init; } = "images";

    /// <summary>Whether the images are phantoms.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Where the labels come from; an evaluation labels its images the same way.</summary>
    public LabelScheme Labels { get; init; }

    /// <summary>Hears, a line each, what a person should know.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>Clock of the model's date and of the images per second.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
