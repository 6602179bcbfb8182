using Microsoft.Extensions.Time.Testing;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Images;

namespace Pneumonia.Tests.Storage;

public sealed class ImageFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ImageFiles _images;

    public ImageFilesTests()
    {
        _images = new ImageFiles(Path.Combine(_folder.Path, "images"), new FakeTimeProvider(TestClock.Start));
        _images.Create();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_image_lies_under_its_hash_once_however_often_it_is_stored()
    {
        var hashes = Enumerable.Range(0, 20).AsParallel().Select(_ => _images.Put("abc"u8)).Distinct();

        var hash = Assert.Single(hashes);
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hash);
        Assert.Equal([$"ba/{hash}.bin"], Files());
        Assert.Equal("abc"u8.ToArray(), _images.Read(hash));
    }

    [Fact]
    public void A_damaged_image_is_not_handed_out_and_the_same_image_heals_it()
    {
        var hash = _images.Put("abc"u8);
        File.WriteAllText(Path.Combine(_folder.Path, "images", hash[..2], $"{hash}.bin"), "abd");

        Assert.Contains("is damaged", Assert.Throws<StorageException>(() => _images.Read(hash)).Message);
        _images.Put("abc"u8);
        Assert.Equal("abc"u8.ToArray(), _images.Read(hash));
    }

    [Fact]
    public void An_image_folder_that_is_gone_is_told_and_not_made_again()
    {
        Directory.Delete(Path.Combine(_folder.Path, "images"), recursive: true);

        Assert.Throws<StorageUnavailableException>(() => _images.Put("abc"u8));
        Assert.Throws<StorageUnavailableException>(() => _images.CheckRoom(1));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Room_is_looked_for_without_a_trace()
    {
        _images.CheckRoom(1 << 20);

        Assert.Throws<StorageUnavailableException>(() => _images.CheckRoom(1L << 50));
        Assert.Empty(Files());
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(Path.Combine(_folder.Path, "images"), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Path.Combine(_folder.Path, "images"), file));
}
