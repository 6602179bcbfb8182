using System.Text.Json.Serialization;

namespace Pneumonia.Core.Package;

/// <summary>Which images a model was trained and held out on, without naming any.</summary>
/// <param name="Name">Name of the data folder, without its path.</param>
/// <param name="Images">Images trained on.</param>
/// <param name="Patients">Patients trained on.</param>
/// <param name="HeldOutImages">Images held out, to choose the epoch, to calibrate and to judge.</param>
/// <param name="HeldOutPatients">Patients held out.</param>
/// <param name="Sha256">Hash over the sorted content hashes of all images, lower-case hexadecimal.</param>
/// <param name="Synthetic">Whether the images are phantoms.</param>
/// <param name="SelectionImages">Of the images held out, those that chose the epoch; they do not calibrate or judge unless there were too
/// few patients to divide.</param>
/// <param name="SelectionPatients">Their patients.</param>
/// <param name="EqualPictures">Pictures that there were more than once; null: none were, or an older training did not look.</param>
public sealed record DataFingerprint(
    string Name, int Images, int Patients, int HeldOutImages, int HeldOutPatients, string Sha256, bool Synthetic,
    int SelectionImages = 0, int SelectionPatients = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PictureFindings? EqualPictures = null)
{
    /// <summary>How well the files alone tell their class; null: too few patients to say, or an older training did not look.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FileFactsFindings? FileFacts { get; init; }
}
