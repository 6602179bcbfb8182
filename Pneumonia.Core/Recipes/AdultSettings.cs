using System.Text.Json.Serialization;
using Pneumonia.Core.Data;

namespace Pneumonia.Core.Recipes;

/// <summary>Adults' X-rays to learn from beside children's: a folder in the layout of any data set, or with a table that tells the classes.</summary>
public sealed record AdultSettings
{
    /// <summary>The folder; null: there are no adults.</summary>
    [JsonIgnore]
    public string? Folder { get; init; }

    /// <summary>What the model card says of the adults' images: authors, licence, population.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DataDescription? Description { get; init; }

    /// <summary>File name of the table (CSV) in the folder, with the columns <c>file</c> and <c>patient</c>, and maybe <c>age</c>, <c>sex</c> and
    /// <c>view</c>; null: the folders tell the classes.</summary>
    public string? Table { get; init; }

    /// <summary>Folder of the table's files, within <see cref="Folder"/>; empty: that folder itself.</summary>
    public string Images { get; init; } = "";

    /// <summary>The table's column that tells the class.</summary>
    public string Column { get; init; } = "class";

    /// <summary>What stands in the column for which class, e.g. <c>opacity=PNEUMONIA</c>; images with anything else are left out. None: the column
    /// holds the classes' names.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Share of an epoch's images that are adults', drawn so that neither population nor view tells the class; more than 0, less than 1.</summary>
    public double Share { get; init; } = 0.15;
}
