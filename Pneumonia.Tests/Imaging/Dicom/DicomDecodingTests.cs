using System.Diagnostics;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Tests.Imaging.Dicom;

public sealed class DicomDecodingTests
{
    private const int Side = 64;
    private const int Damaged = 10_000;

    private static readonly ushort[] s_ramp = [.. Enumerable.Range(0, Side * Side).Select(i => (ushort)(i % 4096))];

    private readonly RadiographDecoder _decoder = new(asStored: true);

    [Fact]
    public void Without_a_window_the_least_value_is_black_and_the_greatest_white()
    {
        var image = Decode(Made());

        Assert.Equal((Side, Side, RadiographFormat.Dicom, 12), (image.Width, image.Height, image.Format, image.BitsInUse));
        Assert.Equal(0, image.Pixels.Span[0]);
        Assert.Equal(ushort.MaxValue, image.Pixels.Span[^1]);
    }

    [Fact]
    public void A_file_without_preamble_and_meta_information_is_read_all_the_same() =>
        Assert.Equal(Decode(Made()).Pixels.ToArray(), _decoder.Decode(Made().BareBytes(), "bare").Pixels.ToArray());

    // PS3.3, C.11.2.1.2: LINEAR with its half and its one, LINEAR_EXACT without, SIGMOID.
    [Theory]
    [InlineData(null, 1000, 500, 1000, 0.5 + (0.5 / 499))]
    [InlineData(null, 1000, 500, 750, 0)]
    [InlineData(null, 1000, 500, 1249, 1)]
    [InlineData("LINEAR_EXACT", 1000, 500, 1125, 0.75)]
    [InlineData("LINEAR_EXACT", 1000, 500, 1250, 1)]
    [InlineData("SIGMOID", 1000, 500, 1125, 0.7310586)]
    public void A_window_is_applied_as_the_standard_says(string? function, int centre, int width, int value, double level)
    {
        var made = Made().Text(0x0028, 0x1050, "DS", $"{centre}\\9").Text(0x0028, 0x1051, "DS", $"{width}\\9");
        if (function is not null)
        {
            made.Text(0x0028, 0x1056, "CS", function);
        }

        Assert.Equal(level, Decode(made, last: true).Pixels.Span[value] / 65535.0, 2e-5);
    }

    [Fact]
    public void Monochrome1_is_turned_round_unless_the_presentation_says_otherwise()
    {
        Assert.Equal(ushort.MaxValue, Decode(Made("MONOCHROME1")).Pixels.Span[0]);
        Assert.Equal(0, Decode(Made("MONOCHROME1").Text(0x2050, 0x0020, "CS", "IDENTITY"), last: true).Pixels.Span[0]);
        Assert.Equal(ushort.MaxValue, Decode(Made().Text(0x2050, 0x0020, "CS", "INVERSE"), last: true).Pixels.Span[0]);
    }

    [Fact]
    public void Padding_is_black_and_moves_no_other_level()
    {
        var image = Decode(Made("MONOCHROME1").Number(0x0028, 0x0120, 4095), last: true);

        Assert.Equal(0, image.Pixels.Span[4095]);
        Assert.Equal(0, image.Pixels.Span[4094]);
        Assert.Equal(ushort.MaxValue, image.Pixels.Span[0]);
    }

    [Theory]
    [InlineData(0x0028, 0x0030, 0.2, 0.1)]
    [InlineData(0x0018, 0x1164, 0.2, 0.1)]
    public void The_spacing_of_the_pixels_is_kept_for_the_ruler(int group, int element, double down, double across) =>
        Assert.Equal(new PixelSpacing(across, down), Decode(Made().Text(group, element, "DS", "0.2\\0.1"), last: true).Spacing);

    [Fact]
    public void Run_lengths_give_the_pixels_that_they_were_made_of()
    {
        byte[] high = [.. s_ramp.Select(value => (byte)(value >> 8))];
        byte[] low = [.. s_ramp.Select(value => (byte)value)];
        var (packedHigh, packedLow) = (Literals(high), Literals(low));
        var header = new byte[64];
        header[0] = 2;
        BitConverter.GetBytes(64).CopyTo(header, 4);
        BitConverter.GetBytes(64 + packedHigh.Length).CopyTo(header, 8);
        var made = MadeDicom.Image(Side, Side, s_ramp, syntax: MadeDicom.RunLength).Fragment([.. header, .. packedHigh, .. packedLow]);

        Assert.Equal(Decode(Made()).Pixels.ToArray(), _decoder.Decode(made.Bytes(), "rle").Pixels.ToArray());
    }

    [Theory]
    [InlineData(0x0008, 0x0060, "US", "is of the modality US")]
    [InlineData(0x0018, 0x0015, "HAND", "shows HAND, and not a chest")]
    [InlineData(0x0018, 0x5101, "LL", "is a lateral view")]
    [InlineData(0x0028, 0x0008, "12", "holds 12 frames")]
    public void What_is_no_frontal_chest_is_refused_by_what_its_attributes_say(int group, int element, string text, string reason)
    {
        var first = new MadeDicom().Text(group, element, "CS", text).BareBytes();

        var refusal = Assert.Throws<InvalidRadiographException>(() => _decoder.Decode([.. Made().Bytes()[..MadeDicom.Meta], .. first, .. Made().BareBytes()], "file"));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transfer_syntax_that_is_not_read_is_named()
    {
        var made = MadeDicom.Image(Side, Side, s_ramp, syntax: "1.2.840.10008.1.2.4.106").Fragment([1, 2]);

        Assert.Contains("1.2.840.10008.1.2.4.106", Assert.Throws<InvalidRadiographException>(() => _decoder.Decode(made.Bytes(), "htj2k")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(1000, false)]
    public void Sequences_nested_deep_are_passed_over_or_refused_and_never_overflow(int depth, bool isRead)
    {
        byte[] bytes = [.. Made().Bytes()[..MadeDicom.Meta], .. new MadeDicom().Nested(depth).BareBytes(), .. Made().BareBytes()];

        if (isRead)
        {
            Assert.Equal(Side, _decoder.Decode(bytes, "nested").Width);
        }
        else
        {
            Assert.Contains("nested too deep", Assert.Throws<InvalidRadiographException>(() => _decoder.Decode(bytes, "nested")).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_ten_thousand_damaged_files_each_is_read_or_refused_in_time_and_in_memory()
    {
        var random = new Random(20261129);
        byte[][] whole = [Made().Bytes(), Made().Nested(5).Bytes(), Made("MONOCHROME1").Text(0x0028, 0x1050, "DS", "900").Text(0x0028, 0x1051, "DS", "700").Bytes()];
        var (read, refused, slowest) = (0, 0, TimeSpan.Zero);
        for (var i = 0; i < Damaged; i++)
        {
            var bytes = (byte[])whole[i % whole.Length].Clone();
            for (var change = 0; change < 1 + (i % 7); change++)
            {
                // Most in the attributes, where a byte decides over thousands.
                var at = random.Next(2) == 0 ? 132 + random.Next(300) : random.Next(bytes.Length);
                bytes[at % bytes.Length] = (byte)random.Next(256);
            }

            var clock = Stopwatch.StartNew();
            try
            {
                _decoder.Decode(i % 11 == 0 ? bytes.AsSpan(0, random.Next(bytes.Length)) : bytes, "damaged");
                read++;
            }
            catch (InvalidRadiographException)
            {
                refused++;
            }

            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
        }

        Assert.Equal(Damaged, read + refused);
        Assert.InRange(refused, Damaged / 20, Damaged - (Damaged / 20));
        Assert.True(slowest < TimeSpan.FromSeconds(2), $"{slowest}");
    }

    private static MadeDicom Made(string photometric = "MONOCHROME2") => MadeDicom.Image(Side, Side, s_ramp, photometric: photometric);

    // Attributes that were added come behind the pixels, where nobody looks: they are brought before them.
    private Radiograph Decode(MadeDicom made, bool last = false)
    {
        if (!last)
        {
            return _decoder.Decode(made.Bytes(), "made");
        }

        var (all, plain) = (made.BareBytes(), Made().BareBytes().Length);
        return _decoder.Decode([.. made.Bytes()[..MadeDicom.Meta], .. all[plain..], .. all[..plain]], "made");
    }

    private static byte[] Literals(byte[] bytes) => [.. bytes.Chunk(128).SelectMany(part => part.Prepend((byte)(part.Length - 1)))];
}
