using System.Security.Cryptography;
using Pneumonia.Core.Data;
using Pneumonia.Core.Package;
using Pneumonia.Model.Data;
using Pneumonia.Model.Data.Inspection;
using Pneumonia.Model.Studies;

namespace Pneumonia.Tests.Studies;

public sealed class EvaluatedPicturesTests : IDisposable
{
    private static readonly DataFingerprint s_other = new("others", 1, 1, 1, 1, new string('0', 64), Synthetic: false);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_picture_of_two_labels_is_a_wrong_label_and_one_of_two_files_counts_twice()
    {
        PictureGroup[] equal =
        [
            new(["NORMAL/1.png", "PNEUMONIA/2.png"], false, true, true),
            .. Enumerable.Range(0, 7).Select(i => new PictureGroup([$"NORMAL/a{i}.png", $"NORMAL/b{i}.png"], false, false, true)),
        ];

        var warnings = EvaluatedPictures.Warnings(equal, [], s_other).ToList();

        Assert.Equal(2, warnings.Count);
        Assert.Equal("1 picture has two labels, of which one is wrong: NORMAL/1.png = PNEUMONIA/2.png.", warnings[0]);
        Assert.StartsWith("7 pictures have more than one image, each of which counts", warnings[1], StringComparison.Ordinal);
        Assert.EndsWith("; 2 more, which --json names.", warnings[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Images_that_a_model_was_made_of_are_known()
    {
        XRay[] images = [.. new byte[] { 1, 2, 3 }.Select(content => new XRay(_folder.Write($"{content}.png", [content]), "NORMAL", null, "p", null, null))];
        var hashes = images.Select(image => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(image.Path)))).Reverse();
        var own = s_other with { Images = 2, HeldOutImages = 1, Sha256 = ContentHashes.Of(hashes) };

        Assert.Contains("these very images", Assert.Single(EvaluatedPictures.Warnings([], images, own)), StringComparison.Ordinal);
        Assert.Empty(EvaluatedPictures.Warnings([], images, own with { Sha256 = s_other.Sha256 }));
        Assert.Empty(EvaluatedPictures.Warnings([], images[..2], own));
    }
}
