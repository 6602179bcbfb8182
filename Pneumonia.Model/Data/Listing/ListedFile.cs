namespace Pneumonia.Model.Data.Listing;

/// <summary>A file that is taken for an X-ray.</summary>
/// <param name="File">The file.</param>
/// <param name="Split">One of the splits' names; null in a flat data set.</param>
/// <param name="Class">Its class, as its folder is called.</param>
/// <param name="Site">Name of the folder of several that each hold the classes, with those around it; null where there are none.</param>
internal sealed record ListedFile(FoundFile File, string? Split, string Class, string? Site = null);
