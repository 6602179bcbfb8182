using System.Globalization;
using Pneumonia.Core.Data;

namespace Pneumonia.Model.Estimators;

/// <summary>A row to learn from. Its property names are column names.</summary>
public sealed class LabelledImage
{
    /// <summary>The image's path.</summary>
    public string ImagePath { get; set; } = "";

    /// <summary>Name of its class.</summary>
    public string Label { get; set; } = "";

    /// <summary>The patient, of whom all images come to the same side of a hold-out; empty: whom the file's name tells.</summary>
    public string Patient { get; set; } = "";

    /// <summary><see cref="Core.Data.Population"/>'s name; empty: nobody asks whose image it is.</summary>
    public string Population { get; set; } = "";

    /// <summary>Years; empty: unknown.</summary>
    public string Age { get; set; } = "";

    /// <summary>M or F; empty: unknown.</summary>
    public string Sex { get; set; } = "";

    /// <summary>PA or AP; empty: unknown.</summary>
    public string View { get; set; } = "";

    /// <summary>The row of an image of a data set.</summary>
    public static LabelledImage Of(XRay image) => new()
    {
        ImagePath = image.Path,
        Label = image.Class,
        Patient = image.Patient,
        Population = image.Facts?.Population.ToString() ?? "",
        Age = image.Facts?.Age?.ToString(CultureInfo.InvariantCulture) ?? "",
        Sex = image.Facts?.Sex ?? "",
        View = image.Facts?.View ?? "",
    };

    /// <summary>What the trainer knows of the image. A name that tells no patient makes the file a patient of its own.</summary>
    internal XRay ToXRay()
    {
        var path = Path.GetFullPath(ImagePath);
        var facts = FileNameRules.Read(path);
        return new XRay(path, Label, Split: null, Patient.Length > 0 ? Patient : facts?.Patient ?? path, facts?.Cause, facts?.Acquisition)
        {
            Facts = Population.Length == 0 ? null : new PatientFacts(
                Enum.Parse<Population>(Population), Age.Length == 0 ? null : int.Parse(Age, CultureInfo.InvariantCulture), Known(Sex), Known(View)),
        };
    }

    private static string? Known(string text) => text.Length == 0 ? null : text;
}
