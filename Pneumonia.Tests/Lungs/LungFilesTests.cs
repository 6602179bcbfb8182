using Pneumonia.Core;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Model.Lungs;

namespace Pneumonia.Tests.Lungs;

[Collection(LungsCollection.Name)]
public sealed class LungFilesTests(LungPhantoms phantoms) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_without_a_mask_are_left_out_and_counted()
    {
        var all = LungFiles.Open(phantoms.Images, phantoms.Masks);
        var some = all.Pairs.Take(5).ToArray();
        foreach (var (_, mask) in some)
        {
            _folder.Write(Path.GetRelativePath(phantoms.Masks, mask), File.ReadAllBytes(mask));
        }

        var files = LungFiles.Open(phantoms.Images, _folder.Path);

        Assert.Equal(0, all.WithoutMask);
        Assert.DoesNotContain(all.Pairs, pair => pair.Image.Split == "test");
        Assert.Equal(some.Select(pair => pair.Image), files.Pairs.Select(pair => pair.Image));
        Assert.Equal(all.Pairs.Count - 5, files.WithoutMask);
    }

    [Fact]
    public void A_folder_without_masks_is_refused_with_the_name_that_one_would_have()
    {
        var error = Assert.Throws<UserException>(() => LungFiles.Open(phantoms.Images, _folder.Path));

        Assert.StartsWith($"--masks {_folder.Path}: none of the ", error.Message, StringComparison.Ordinal);
        Assert.Matches(@"that of train/NORMAL/(\S+)\.jpeg would be train/NORMAL/\1\.png\.$", error.Message);
    }

    [Fact]
    public void Masks_that_cannot_be_read_are_told_and_too_many_are_refused()
    {
        var masks = LungFiles.Open(phantoms.Images, phantoms.Masks).Pairs.Select(pair => pair.Mask).ToArray();
        foreach (var mask in masks)
        {
            _folder.Write(Path.GetRelativePath(phantoms.Masks, mask), File.ReadAllBytes(mask));
        }

        var broken = _folder.Write(Path.GetRelativePath(phantoms.Masks, masks[3]), "no image"u8.ToArray());
        var log = new List<string>();
        var examples = LungExamples.Load(LungFiles.Open(phantoms.Images, _folder.Path), 64, null, log.Add, default);
        Assert.Equal(masks.Length - 1, examples.All.Count);
        Assert.StartsWith($"left out: {broken}: ", Assert.Single(log), StringComparison.Ordinal);

        _folder.Write(Path.GetRelativePath(phantoms.Masks, masks[4]), ImageEncoder.GreyPng(64, 64, new byte[64 * 64]));
        var error = Assert.Throws<UserException>(() => LungExamples.Load(LungFiles.Open(phantoms.Images, _folder.Path), 64, null, log.Add, default));
        Assert.StartsWith($"2 of {masks.Length} images or their masks cannot be read, the first: {broken}: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("the mask shows no lung", log[^1], StringComparison.Ordinal);
    }
}
