using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>Reads the attributes of a data set out of untrusted bytes (PS3.5, section 7). Sequences are passed over without recursion, but for the
/// first item of those that are asked for.</summary>
/// <param name="bytes">The data set, from its first attribute on.</param>
/// <param name="syntax">How it is written.</param>
internal sealed class DicomReader(ReadOnlyMemory<byte> bytes, TransferSyntax syntax)
{
    private const uint Undefined = 0xFFFFFFFF;
    private const int MostAttributes = 20_000;
    private const int DeepestSequence = 64;

    private static readonly HashSet<string> s_long = ["OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"];
    private static readonly HashSet<DicomTag> s_opened = [DicomTag.ModalityLuts, DicomTag.VoiLuts];

    private HeaderReader Reader => new(bytes.Span, syntax.IsBigEndian);

    /// <summary>All attributes up to the pixels, or to the end.</summary>
    /// <param name="group">Read no other group than this; null: all.</param>
    /// <param name="end">Where it stopped.</param>
    /// <exception cref="InvalidHeaderException">It is cut short, or makes no sense.</exception>
    public Dictionary<DicomTag, DicomElement> Read(ushort? group, out int end)
    {
        var found = new Dictionary<DicomTag, DicomElement>();
        var at = 0;
        while (at < bytes.Length && (group is null || bytes.Length - at >= 2 && Reader.UInt16(at) == group))
        {
            // What a program left behind the last attribute, as zeros to a whole block, tells nothing.
            if (bytes.Length - at < 8)
            {
                break;
            }

            var header = HeaderAt(at, syntax.IsExplicit);
            if (found.Count >= MostAttributes)
            {
                throw new InvalidHeaderException("the DICOM file has more attributes than any real one");
            }

            if (header.Tag == DicomTag.ItemEnd || header.Tag == DicomTag.SequenceEnd)
            {
                break;
            }

            (var element, at) = ElementAt(header);
            found.TryAdd(header.Tag, element);
            if (header.Tag == DicomTag.PixelData)
            {
                break;
            }
        }

        end = at;
        return found;
    }

    private (DicomElement Element, int End) ElementAt(Header header)
    {
        if (header.Tag == DicomTag.PixelData && header.Length == Undefined)
        {
            return Fragments(header);
        }

        if (header.Length != Undefined && header.Type != "SQ" && !s_opened.Contains(header.Tag))
        {
            _ = Reader.Slice(header.At, header.Length);
            return (new DicomElement(header.Type, bytes.Slice(header.At, (int)header.Length)), header.At + (int)header.Length);
        }

        // A sequence of unknown type is written as implicit ones are (CP-246).
        var isExplicit = syntax.IsExplicit && header.Type != "UN";
        var end = header.Length == Undefined ? EndOfSequence(header.At, isExplicit) : End(header.At, header.Length);
        return (new DicomElement("SQ", s_opened.Contains(header.Tag) ? FirstItem(header.At, end) : default), end);
    }

    private ReadOnlyMemory<byte> FirstItem(int at, int end)
    {
        if (end - at < 8 || TagAt(at) != DicomTag.Item)
        {
            return default;
        }

        var length = Reader.UInt32(at + 4);
        return length == Undefined ? bytes[(at + 8)..end] : bytes.Slice(at + 8, End(at + 8, length) - at - 8);
    }

    // How deep it goes is counted, not recursed: an item or a sequence whose length is told is passed over as a whole.
    private int EndOfSequence(int at, bool isExplicit)
    {
        // True: within a sequence, where items come; false: within an item, where attributes come.
        var open = new Stack<bool>([true]);
        while (open.Count > 0)
        {
            var isSequence = open.Peek();
            var tag = TagAt(at);
            if (tag == DicomTag.SequenceEnd && isSequence || tag == DicomTag.ItemEnd && !isSequence)
            {
                open.Pop();
                at = End(at, 8);
            }
            else if (isSequence)
            {
                var length = tag == DicomTag.Item ? Reader.UInt32(at + 4) : throw new InvalidHeaderException("a sequence of the DICOM file has no item where one must be");
                at = End(at, 8);
                at = length == Undefined ? Enter(open, false, at) : End(at, length);
            }
            else
            {
                var header = HeaderAt(at, isExplicit);
                at = header.Length == Undefined ? Enter(open, true, header.At) : End(header.At, header.Length);
            }
        }

        return at;
    }

    private static int Enter(Stack<bool> open, bool isSequence, int at)
    {
        open.Push(isSequence);
        return open.Count <= 2 * DeepestSequence ? at : throw new InvalidHeaderException("the sequences of the DICOM file are nested too deep");
    }

    private (DicomElement Element, int End) Fragments(Header header)
    {
        var fragments = new List<ReadOnlyMemory<byte>>();
        var at = header.At;
        while (true)
        {
            var (tag, length) = (TagAt(at), Reader.UInt32(at + 4));
            at = End(at, 8);
            if (tag == DicomTag.SequenceEnd)
            {
                // The first is the table of offsets.
                return (new DicomElement(header.Type, default) { Fragments = fragments.Skip(1).ToList() }, at);
            }

            if (tag != DicomTag.Item || length == Undefined)
            {
                throw new InvalidHeaderException("the compressed pixels of the DICOM file are not in parts as they must be");
            }

            fragments.Add(bytes.Slice(at, End(at, length) - at));
            at = End(at, length);
        }
    }

    private int End(int at, long length)
    {
        _ = Reader.Slice(at, length);
        return at + (int)length;
    }

    private DicomTag TagAt(int at) => new(Reader.UInt16(at), Reader.UInt16(at + 2));

    private Header HeaderAt(int at, bool isExplicit)
    {
        var tag = TagAt(at);
        if (!isExplicit || tag.Group == DicomTag.Item.Group)
        {
            return new Header(tag, "", Reader.UInt32(at + 4), End(at, 8));
        }

        var (first, second) = (Reader.Byte(at + 4), Reader.Byte(at + 5));
        if (first is < (byte)'A' or > (byte)'Z' || second is < (byte)'A' or > (byte)'Z')
        {
            throw new InvalidHeaderException($"attribute {tag.ToString()} of the DICOM file has no type");
        }

        var type = $"{(char)first}{(char)second}";
        return s_long.Contains(type) ? new Header(tag, type, Reader.UInt32(at + 8), End(at, 12)) : new Header(tag, type, Reader.UInt16(at + 6), End(at, 8));
    }

    private readonly record struct Header(DicomTag Tag, string Type, uint Length, int At);
}
