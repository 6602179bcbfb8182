namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>A DICOM attribute as it stands in the file.</summary>
/// <param name="Type">Two letters, its value representation; empty where the file does not tell.</param>
/// <param name="Value">Its bytes; of a sequence, those of the first item's attributes; of compressed pixels none.</param>
internal sealed record DicomElement(string Type, ReadOnlyMemory<byte> Value)
{
    /// <summary>Parts of compressed pixels, without the table of offsets before them.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Fragments { get; init; } = [];
}
