namespace Pneumonia.Blazor.Uploads;

/// <summary>A part of a file, as it is sent.</summary>
/// <param name="Length">Bytes of the whole file.</param>
/// <param name="Offset">Where the part begins.</param>
/// <param name="Content">Its bytes.</param>
public readonly record struct FilePart(long Length, long Offset, Stream Content);
