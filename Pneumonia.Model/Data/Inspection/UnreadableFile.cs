namespace Pneumonia.Model.Data.Inspection;

/// <summary>A file in a class folder that cannot be taken as an X-ray.</summary>
/// <param name="File">Its path within the data set.</param>
/// <param name="Reason">Why it was refused.</param>
public sealed record UnreadableFile(string File, string Reason);
