namespace Pneumonia.Core.Data;

/// <summary>What people should know of a data set: <c>DATASET.json</c> beside the images, or a recipe's <c>data.dataDescription</c>.</summary>
public sealed record DataDescription
{
    /// <summary>Name of the file beside the images.</summary>
    public const string FileName = "DATASET.json";

    /// <summary>Name of the data set.</summary>
    public required string Title { get; init; }

    /// <summary>Whom to name, as they want to be named: authors, year, title, publisher.</summary>
    public required string Attribution { get; init; }

    /// <summary>Licence or permission under which the images may be used.</summary>
    public required string Licence { get; init; }

    /// <summary>Address or DOI where the images come from.</summary>
    public string? Source { get; init; }

    /// <summary>Who was X-rayed: ages, country, hospitals, years.</summary>
    public string? Population { get; init; }

    /// <summary>Who said what is on the images, and how.</summary>
    public string? Labels { get; init; }
}
