namespace Pneumonia.Model.Data.Phantoms;

/// <summary>A phantom yet to be drawn.</summary>
/// <param name="File">Path within the data set, with forward slashes.</param>
/// <param name="BodySeed">Seed of the body, shared by a patient's images.</param>
/// <param name="ImageSeed">Seed of the exposure and the opacities.</param>
/// <param name="Kind">Kind of its pneumonia; null without.</param>
internal sealed record PlannedPhantom(string File, int BodySeed, int ImageSeed, OpacityKind? Kind);
