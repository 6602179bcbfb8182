using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Tests.Imaging.Formats;

public sealed class MutatedFilesTests
{
    private const int Mutations = 300;

    public static TheoryData<string> Fixtures => [.. Directory.GetFiles(ImageFiles.Folder).Select(file => Path.GetFileName(file)!).Order()];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Whatever_happens_to_a_file_it_is_decoded_or_refused(string file)
    {
        var original = ImageFiles.Bytes(file);
        var random = new Random(1);
        var decoder = new RadiographDecoder(new DecoderLimits { MaxPixels = 1 << 20 });
        for (var i = 0; i < Mutations; i++)
        {
            try
            {
                decoder.Decode(Mutate(original, random), file);
            }
            catch (InvalidRadiographException)
            {
                continue;
            }
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = original.ToArray();
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            // Headers come first in most formats, so half of all changes hit them.
            var at = random.Next(random.Next(2) == 0 ? bytes.Length : Math.Min(bytes.Length, 200));
            bytes[at] = random.Next(4) switch
            {
                0 => 0,
                1 => 255,
                2 => (byte)(bytes[at] ^ (1 << random.Next(8))),
                _ => (byte)random.Next(256),
            };
        }

        return random.Next(8) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }
}
