namespace Pneumonia.Model.Data.Inspection;

/// <summary>A readable file that looks unlike the others of its data set: it may be no X-ray.</summary>
/// <param name="File">Its path within the data set.</param>
/// <param name="Reasons">What is unlike.</param>
public sealed record OddFile(string File, IReadOnlyList<string> Reasons);
