using Pneumonia.Blazor.Uploads;

namespace Pneumonia.Tests.Uploads;

public sealed class FileInPartsTests : IDisposable
{
    private static readonly byte[] s_bytes = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    private readonly FileInParts _file = new(s_bytes.Length);

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Whatever_came_of_a_part_that_broke_off_is_kept()
    {
        await Assert.ThrowsAsync<IOException>(() => _file.TakeAsync(0, new Breaking(s_bytes[..300]), CancellationToken.None));

        Assert.Equal(300, await _file.TakeAsync(0, new MemoryStream(s_bytes), CancellationToken.None));
        Assert.Equal(1000, await _file.TakeAsync(300, new MemoryStream(s_bytes[300..]), CancellationToken.None));
        await using var whole = _file.HandOver()!;
        using var read = new MemoryStream();
        await whole.CopyToAsync(read);
        Assert.Equal(s_bytes, read.ToArray());
    }

    [Fact]
    public async Task No_more_is_taken_than_was_announced()
    {
        Assert.Equal(1000, await _file.TakeAsync(0, new MemoryStream([.. s_bytes, 1, 2, 3]), CancellationToken.None));
        Assert.Equal(1000, await _file.TakeAsync(1000, new MemoryStream(s_bytes), CancellationToken.None));
    }

    [Fact]
    public void The_whole_is_handed_over_once()
    {
        using var whole = _file.HandOver();

        Assert.NotNull(whole);
        Assert.Null(_file.HandOver());
        _file.Dispose();
        Assert.True(whole.CanRead);
    }

    /// <summary>Has some bytes, and then a line that breaks.</summary>
    private sealed class Breaking(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var count ? count : throw new IOException();
    }
}
