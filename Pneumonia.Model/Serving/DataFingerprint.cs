namespace Pneumonia.Model.Serving;

/// <summary>Which images a model was trained and held out on, without naming any.</summary>
/// <param name="Name">Name of the data folder, without its path.</param>
/// <param name="Images">Images trained on.</param>
/// <param name="Patients">Patients trained on.</param>
/// <param name="HeldOutImages">Images held out to choose the epoch, the temperature and the thresholds.</param>
/// <param name="HeldOutPatients">Patients held out.</param>
/// <param name="Sha256">Hash over the sorted content hashes of all images, lower-case hexadecimal.</param>
/// <param name="Synthetic">Whether the images are phantoms.</param>
public sealed record DataFingerprint(
    string Name, int Images, int Patients, int HeldOutImages, int HeldOutPatients, string Sha256, bool Synthetic);
