using System.Globalization;
using System.Text;
using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>Attributes of a DICOM file, by their tags.</summary>
/// <param name="elements">The attributes.</param>
/// <param name="syntax">How they are written.</param>
internal sealed class DicomDataSet(IReadOnlyDictionary<DicomTag, DicomElement> elements, TransferSyntax syntax)
{
    /// <summary>How they are written.</summary>
    public TransferSyntax Syntax { get; } = syntax;

    /// <summary>An attribute as it stands in the file; null where it is missing.</summary>
    public DicomElement? this[DicomTag tag] => elements.GetValueOrDefault(tag);

    /// <summary>A text without the blanks around it; empty where it is missing.</summary>
    public string Text(DicomTag tag) => this[tag] is { } element ? Encoding.Latin1.GetString(element.Value.Span).Trim(' ', '\0') : "";

    /// <summary>A whole number of 16 bits, or its default.</summary>
    /// <exception cref="InvalidHeaderException">It is missing and has no default.</exception>
    public int Number(DicomTag tag, int? otherwise = null)
    {
        if (this[tag] is { Value.Length: >= 2 } element)
        {
            return new HeaderReader(element.Value.Span, Syntax.IsBigEndian).UInt16(0);
        }

        return otherwise ?? throw new InvalidHeaderException($"the DICOM file lacks attribute {tag.ToString()}");
    }

    /// <summary>The numbers of a text, as it separates them by backslashes; none where it is missing.</summary>
    /// <exception cref="InvalidHeaderException">One is none.</exception>
    public double[] Decimals(DicomTag tag) => [.. Text(tag).Split('\\', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part =>
        double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new InvalidHeaderException($"attribute {tag.ToString()} of the DICOM file is no number"))];

    /// <summary>The attributes of a sequence's first item; null where it is missing or empty.</summary>
    public DicomDataSet? FirstItem(DicomTag tag) => this[tag] is { Value.Length: > 0 } element
        ? new DicomDataSet(new DicomReader(element.Value, Syntax).Read(group: null, out _), Syntax)
        : null;
}
