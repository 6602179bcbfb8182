namespace Pneumonia.Model.Data.Inspection;

/// <summary>Files that show the same picture, of which at least two differ in their bytes: scaled, recompressed, or of another exposure.</summary>
/// <param name="Files">Their paths within the data set.</param>
/// <param name="AcrossSplits">Whether they lie in more than one split: a leak.</param>
/// <param name="AcrossClasses">Whether they lie in more than one class: their labels are in conflict.</param>
/// <param name="AcrossPatients">Whether their names tell more than one patient.</param>
public sealed record PictureGroup(IReadOnlyList<string> Files, bool AcrossSplits, bool AcrossClasses, bool AcrossPatients);
