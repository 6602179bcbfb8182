namespace Pneumonia.Model.Data.Inspection;

/// <summary>Two or more files with the same bytes.</summary>
/// <param name="Sha256">Hash of their content, lower-case hexadecimal.</param>
/// <param name="Files">Their paths within the data set.</param>
/// <param name="AcrossSplits">Whether they lie in more than one split: a leak.</param>
/// <param name="AcrossClasses">Whether they lie in more than one class: their labels are in conflict.</param>
public sealed record DuplicateGroup(string Sha256, IReadOnlyList<string> Files, bool AcrossSplits, bool AcrossClasses);
