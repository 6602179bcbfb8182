using System.Buffers.Binary;
using System.Text;

namespace Pneumonia.Tests.Imaging.Dicom;

/// <summary>Writes small DICOM files, attribute by attribute, in the order that they are given.</summary>
internal sealed class MadeDicom
{
    public const string ExplicitLittleEndian = "1.2.840.10008.1.2.1";
    public const string RunLength = "1.2.840.10008.1.2.5";

    /// <summary>Bytes of preamble and meta information with the identifier of explicit little endian.</summary>
    public const int Meta = 160;

    private readonly List<byte> _body = [];
    private readonly string _syntax;

    public MadeDicom(string syntax = ExplicitLittleEndian) => _syntax = syntax;

    /// <summary>A grey image with all that it needs.</summary>
    public static MadeDicom Image(int width, int height, ushort[] values, int stored = 12, string photometric = "MONOCHROME2", string syntax = ExplicitLittleEndian) =>
        new MadeDicom(syntax).Text(0x0008, 0x0060, "CS", "DX").Text(0x0018, 0x0015, "CS", "CHEST").Number(0x0028, 0x0002, 1).Text(0x0028, 0x0004, "CS", photometric)
            .Number(0x0028, 0x0010, height).Number(0x0028, 0x0011, width).Number(0x0028, 0x0100, 16).Number(0x0028, 0x0101, stored).Number(0x0028, 0x0102, stored - 1)
            .Number(0x0028, 0x0103, 0).With(values);

    public MadeDicom Text(int group, int element, string type, string text) =>
        Add(group, element, type, Encoding.ASCII.GetBytes(text.Length % 2 == 0 ? text : text + " "));

    public MadeDicom Number(int group, int element, int number) => Add(group, element, "US", [(byte)number, (byte)(number >> 8)]);

    public MadeDicom Add(int group, int element, string type, byte[] value)
    {
        Word(group);
        Word(element);
        _body.AddRange(Encoding.ASCII.GetBytes(type));
        if (type is "OW" or "OB" or "SQ" or "UN")
        {
            Word(0);
            Long((uint)value.Length);
        }
        else
        {
            Word(value.Length);
        }

        _body.AddRange(value);
        return this;
    }

    /// <summary>Sequences in each other, none of which tells its length.</summary>
    public MadeDicom Nested(int depth)
    {
        for (var i = 0; i < depth; i++)
        {
            Word(0x0040);
            Word(0x0275);
            _body.AddRange("SQ\0\0"u8);
            Long(0xFFFFFFFF);
            _body.AddRange([0xFE, 0xFF, 0x00, 0xE0]);
            Long(0xFFFFFFFF);
        }

        for (var i = 0; i < depth; i++)
        {
            _body.AddRange([0xFE, 0xFF, 0x0D, 0xE0, 0, 0, 0, 0, 0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0]);
        }

        return this;
    }

    public MadeDicom Fragment(byte[] frame)
    {
        _body.AddRange([0xE0, 0x7F, 0x10, 0x00, .. "OB\0\0"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0x00, 0xE0, 0, 0, 0, 0, 0xFE, 0xFF, 0x00, 0xE0]);
        Long((uint)frame.Length);
        _body.AddRange(frame);
        _body.AddRange([0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0]);
        return this;
    }

    public byte[] Bytes()
    {
        var uid = Encoding.ASCII.GetBytes(_syntax.Length % 2 == 0 ? _syntax : _syntax + "\0");
        return [.. new byte[128], .. "DICM"u8, 2, 0, 0x10, 0, .. "UI"u8, (byte)uid.Length, 0, .. uid, .. _body];
    }

    /// <summary>The same without preamble and meta information.</summary>
    public byte[] BareBytes() => [.. _body];

    private MadeDicom With(ushort[] values)
    {
        if (_syntax != ExplicitLittleEndian || values.Length == 0)
        {
            return this;
        }

        var bytes = new byte[2 * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * i), values[i]);
        }

        return Add(0x7FE0, 0x0010, "OW", bytes);
    }

    private void Word(int value) => _body.AddRange([(byte)value, (byte)(value >> 8)]);

    private void Long(uint value) => _body.AddRange([(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)]);
}
