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

    /// <summary>The row of an image of a data set.</summary>
    public static LabelledImage Of(XRay image) => new() { ImagePath = image.Path, Label = image.Class, Patient = image.Patient };

    /// <summary>What the trainer knows of the image. A name that tells no patient makes the file a patient of its own.</summary>
    internal XRay ToXRay()
    {
        var path = Path.GetFullPath(ImagePath);
        var facts = FileNameRules.Read(path);
        return new XRay(path, Label, Split: null, Patient.Length > 0 ? Patient : facts?.Patient ?? path, facts?.Cause, facts?.Acquisition);
    }
}
