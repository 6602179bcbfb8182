using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Imaging.Dicom;

namespace Pneumonia.Tests.Imaging.Dicom;

/// <summary>Real files in several transfer syntaxes; skipped where they are not there.</summary>
public sealed class RealDicomTests
{
    private static readonly string s_root = Path.Combine(RepositoryPaths.RealData, "..", "dicom");

    [RealDicomFact]
    public void Lossless_syntaxes_have_the_same_pixels_and_lossy_ones_nearly()
    {
        var plain = Stored("RG3_UNC");

        Assert.All(new[] { "RG3_RLE", "RG3_JPLL", "RG3_JLSL" }, name => Assert.Equal(plain.Values, Stored(name).Values));
        Assert.Equal(4, plain.Values.Zip(Stored("RG3_JLSN").Values, (one, other) => Math.Abs(one - other)).Max());
        Assert.InRange(plain.Values.Zip(Stored("RG3_JPLY").Values, (one, other) => Math.Abs(one - other)).Average(), 0, 3);
    }

    [RealDicomFact]
    public void Chests_are_read_with_and_without_preamble_and_what_is_no_chest_is_refused()
    {
        var decoder = new RadiographDecoder();

        Assert.Equal((1024, 1024), Size(decoder.DecodeFile(Path.Combine(s_root, "chest", "normal-1.dcm"))));
        Assert.Equal(440, decoder.DecodeFile(Path.Combine(s_root, "chest", "monochrome1-10bit-no-preamble")).Width);
        Assert.Contains("is of the modality US", Assert.Throws<Pneumonia.Core.Imaging.InvalidRadiographException>(
            () => decoder.DecodeFile(Path.Combine(s_root, "syntaxes", "big-endian.dcm"))).Message, StringComparison.Ordinal);
        Assert.Contains("1.2.840.10008.1.2.4.91", Assert.Throws<Pneumonia.Core.Imaging.InvalidRadiographException>(
            () => decoder.DecodeFile(Path.Combine(s_root, "chest", "monochrome1-15bit-jpeg2000"))).Message, StringComparison.Ordinal);
    }

    [RealDicomFact]
    public void A_deflated_file_and_one_of_big_endian_colour_are_unpacked()
    {
        Assert.Equal(512, Stored("deflated.dcm").Width);
        Assert.InRange(Stored("big-endian.dcm").Values.Max(), 128, 255);
    }

    private static (int, int) Size(Pneumonia.Core.Imaging.Radiograph image) => (image.Width, image.Height);

    private static StoredPixels Stored(string name)
    {
        var file = DicomFile.Read(File.ReadAllBytes(Path.Combine(s_root, "syntaxes", name)));
        return PixelDecoder.Decode(file, PixelLayout.Of(file));
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class RealDicomFactAttribute : FactAttribute
    {
        public RealDicomFactAttribute()
        {
            if (!Directory.Exists(s_root))
            {
                Skip = "The real DICOM files are not there: ../shared/dicom beside the repository.";
            }
        }
    }
}
