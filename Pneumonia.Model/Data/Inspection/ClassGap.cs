namespace Pneumonia.Model.Data.Inspection;

/// <summary>A class that a split has no image of, while another has.</summary>
/// <param name="Split">The split.</param>
/// <param name="Class">The class.</param>
public sealed record ClassGap(string Split, string Class);
