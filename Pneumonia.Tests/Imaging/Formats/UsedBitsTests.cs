using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Tests.Imaging.Formats;

public sealed class UsedBitsTests
{
    private static readonly ushort[] s_whole = StoredPictures.Picture(16);

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    public void A_picture_of_fewer_bits_in_a_file_of_sixteen_is_the_same_picture(int bits) =>
        AssertShows(s_whole, Decode(StoredPictures.Png(StoredPictures.Picture(bits))), bits);

    [Theory]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(14)]
    public void An_inverted_one_is_the_inverted_picture_however_it_was_inverted(int bits)
    {
        var (picture, inverted) = (StoredPictures.Picture(bits), Array.ConvertAll(s_whole, level => (ushort)~level));
        var within = Array.ConvertAll(picture, level => (ushort)((1 << bits) - 1 - level));
        var of16 = Array.ConvertAll(picture, level => (ushort)~level);

        AssertShows(inverted, Decode(StoredPictures.Png(within)), bits);
        AssertShows(inverted, Decode(StoredPictures.Png(of16)), bits);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(16)]
    public void A_tiff_whose_zero_is_white_is_corrected_at_every_depth(int bits)
    {
        var stored = Array.ConvertAll(StoredPictures.Picture(bits), level => (ushort)((1 << bits) - 1 - level));

        AssertShows(s_whole, Decode(StoredPictures.Tiff(stored, photometric: 0)), bits);
    }

    [Theory]
    [InlineData(281)]
    [InlineData(341)]
    public void A_tiff_may_name_its_greatest_level(int tag)
    {
        // Dark within its 12 bits, and to stay so.
        var dark = Array.ConvertAll(StoredPictures.Picture(12), level => (ushort)(level / 8));

        var image = Decode(StoredPictures.Tiff(dark, photometric: 1, ((ushort)tag, 4095)));

        AssertShows(Array.ConvertAll(s_whole, level => (ushort)(level / 8)), image, 12, tolerance: 40);
    }

    [Fact]
    public void A_png_names_its_bits_and_dark_pictures_stay_dark()
    {
        var dark = Array.ConvertAll(StoredPictures.Picture(12), level => (ushort)(level / 8));

        AssertShows(Array.ConvertAll(s_whole, level => (ushort)(level / 8)), Decode(StoredPictures.Png(dark, declaredBits: 12)), 12, tolerance: 40);
        AssertShows(dark, Decode(StoredPictures.Png(dark, declaredBits: 16)), 16, tolerance: 0, isBitsCompared: false);
    }

    [Fact]
    public void Levels_on_the_whole_scale_stay_though_the_header_names_fewer_bits() =>
        AssertShows(s_whole, Decode(StoredPictures.Png(s_whole, declaredBits: 12)), 12, tolerance: 0);

    [Theory]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(15)]
    public void The_files_own_levels_are_told_exactly_though_they_were_brought_to_the_whole_scale(int bits)
    {
        var image = Decode(StoredPictures.Png(StoredPictures.Picture(bits), declaredBits: (byte)bits));

        Assert.Equal(bits, image.LevelBits);
        Assert.Equal(StoredPictures.Picture(bits), image.Pixels.ToArray().Select(level => (ushort)Math.Round(level * ((1 << bits) - 1) / 65535.0)));
    }

    [Fact]
    public void Levels_that_were_left_alone_are_those_of_the_file() =>
        Assert.Equal(16, Decode(StoredPictures.Png(s_whole, declaredBits: 12)).LevelBits);

    [Fact]
    public void White_text_written_into_a_picture_of_twelve_bits_does_not_hide_it()
    {
        var picture = StoredPictures.Picture(12);
        picture.AsSpan(5 * StoredPictures.Width + 20, 30).Fill(ushort.MaxValue);

        var image = Decode(StoredPictures.Png(picture));

        Assert.Equal(12, image.BitsInUse);
        Assert.Equal(s_whole[^1], image.Pixels.Span[^1], tolerance: 40);
        Assert.Equal(ushort.MaxValue, image.Pixels.Span[5 * StoredPictures.Width + 25]);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(300)]
    [InlineData(3000)]
    public void Noise_near_black_stays_black(int most)
    {
        var random = new Random(1);
        var noise = Array.ConvertAll(s_whole, _ => (ushort)random.Next(most));

        AssertShows(noise, Decode(StoredPictures.Png(noise)), 16, tolerance: 0, isBitsCompared: false);
    }

    [Fact]
    public void A_picture_with_next_to_no_levels_is_not_stretched()
    {
        var few = Array.ConvertAll(s_whole, level => (ushort)(level / 2000));

        AssertShows(few, Decode(StoredPictures.Png(few)), 16, tolerance: 0, isBitsCompared: false);
    }

    [Fact]
    public void Colour_of_twelve_bits_is_as_colourful_as_of_sixteen()
    {
        using var whole = Colour(16);
        using var twelve = Colour(12);

        Assert.Equal(Decode(whole.PngsaveBuffer()).Chroma, Decode(twelve.PngsaveBuffer()).Chroma, tolerance: 1e-3);
    }

    [Fact]
    public void Eight_bits_written_twice_are_eight_bits()
    {
        var twice = Array.ConvertAll(s_whole, level => (ushort)((level >> 8) * 257));

        AssertShows(twice, Decode(StoredPictures.Png(twice)), 8, tolerance: 0);
    }

    [Fact]
    public void Who_wants_the_pixels_as_stored_gets_them()
    {
        var stored = StoredPictures.Picture(12);

        var image = new RadiographDecoder(asStored: true).Decode(StoredPictures.Png(stored), "stored.png");

        Assert.Equal(stored, image.Pixels.ToArray());
    }

    private static NetVips.Image Colour(int bits)
    {
        var grey = StoredPictures.Picture(bits);
        ushort[] colours = [.. grey.SelectMany(level => new[] { level, (ushort)(level / 2), (ushort)(level / 4) })];
        using var image = NetVips.Image.NewFromMemory(colours, StoredPictures.Width, StoredPictures.Height, 3, NetVips.Enums.BandFormat.Ushort);
        return image.Copy(interpretation: NetVips.Enums.Interpretation.Rgb16);
    }

    private static Radiograph Decode(byte[] bytes) => new RadiographDecoder().Decode(bytes, "picture");

    private static void AssertShows(ushort[] expected, Radiograph image, int bits, int tolerance = 300, bool isBitsCompared = true)
    {
        Assert.Equal((StoredPictures.Width, StoredPictures.Height, 16), (image.Width, image.Height, image.BitDepth));
        Assert.True(!isBitsCompared || image.BitsInUse == bits, $"{image.BitsInUse} bits in use");
        var worst = expected.Zip(image.Pixels.ToArray(), (one, other) => Math.Abs(one - other)).Max();
        Assert.True(worst <= tolerance, $"{worst} apart");
    }
}
