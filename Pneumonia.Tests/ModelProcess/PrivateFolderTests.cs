using Microsoft.Extensions.Time.Testing;
using Pneumonia.Blazor.ModelProcess;

namespace Pneumonia.Tests.ModelProcess;

public sealed class PrivateFolderTests : IDisposable
{
    private readonly TemporaryFolder _parent = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    public void Dispose() => _parent.Dispose();

    [Fact]
    public void Nobody_else_can_look_into_it_and_it_goes_with_all_that_is_in_it()
    {
        using (var folder = PrivateFolder.Create(_parent.Path, _clock))
        {
            File.WriteAllText(Path.Combine(folder.Path, "image.png"), "");
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Path));
            }
        }

        Assert.Empty(Directory.GetFileSystemEntries(_parent.Path));
    }

    [Fact]
    public void What_a_killed_app_left_behind_goes_a_day_later_and_nothing_else_does()
    {
        var left = PrivateFolder.Create(_parent.Path, _clock).Path;
        var other = Directory.CreateDirectory(Path.Combine(_parent.Path, "other")).FullName;
        using (PrivateFolder.Create(_parent.Path, _clock))
        {
            Assert.True(Directory.Exists(left));
        }

        _clock.Advance(TimeSpan.FromDays(2));
        using var folder = PrivateFolder.Create(_parent.Path, _clock);

        Assert.False(Directory.Exists(left));
        Assert.True(Directory.Exists(other));
    }
}
