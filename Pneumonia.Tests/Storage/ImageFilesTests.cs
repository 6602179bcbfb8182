using Microsoft.Extensions.Time.Testing;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Images;

namespace Pneumonia.Tests.Storage;

public sealed class ImageFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ImageFiles images;

    public ImageFilesTests()
    {
        images = new ImageFiles(Path.Combine(folder.Path, "images"), new FakeTimeProvider(TestClock.Start));
        images.Create();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_image_lies_under_its_hash_once_however_often_it_is_stored()
    {
        var hashes = Enumerable.Range(0, 20).AsParallel().Select(_ => images.Put("abc"u8)).Distinct();

        var hash = Assert.Single(hashes);
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hash);
        Assert.Equal([$"ba/{hash}.bin"], Files());
        Assert.Equal("abc"u8.ToArray(), images.Read(hash));
    }

    [Fact]
    public void A_damaged_image_is_not_handed_out_and_the_same_image_heals_it()
    {
        var hash = images.Put("abc"u8);
        File.WriteAllText(Path.Combine(folder.Path, "images", hash[..2], $"{hash}.bin"), "abd");

        Assert.Contains("is damaged", Assert.Throws<StorageException>(() => images.Read(hash)).Message);
        images.Put("abc"u8);
        Assert.Equal("abc"u8.ToArray(), images.Read(hash));
    }

    [Fact]
    public void An_image_folder_that_is_gone_is_told_and_not_made_again()
    {
        Directory.Delete(Path.Combine(folder.Path, "images"), recursive: true);

        Assert.Throws<StorageUnavailableException>(() => images.Put("abc"u8));
        Assert.Throws<StorageUnavailableException>(() => images.CheckRoom(1));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Room_is_looked_for_without_a_trace()
    {
        images.CheckRoom(1 << 20);

        Assert.Throws<StorageUnavailableException>(() => images.CheckRoom(1L << 50));
        Assert.Empty(Files());
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(Path.Combine(folder.Path, "images"), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Path.Combine(folder.Path, "images"), file));
}
