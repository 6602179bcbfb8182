using Pneumonia.Core;
using Pneumonia.Core.Files;

namespace Pneumonia.Tests.Files;

public sealed class OutputProbeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Where_there_is_room_nothing_is_left_behind()
    {
        OutputProbe.Verify("--output", _folder.Path, 1000);
        OutputProbe.Verify("--output", Path.Combine(_folder.Path, "new/and/deep"), 1000);

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void What_lay_there_stays()
    {
        var file = _folder.Write("there/before.txt", [1, 2]);

        OutputProbe.Verify("--output", Path.GetDirectoryName(file)!, 1000);

        Assert.Equal([1, 2], File.ReadAllBytes(file));
    }

    [Theory]
    [InlineData("file/new")]
    [InlineData("/proc/new")]
    public void A_folder_that_cannot_be_made_is_told_by_its_option(string folder)
    {
        _folder.Write("file", [1]);

        var message = Refusal(() => OutputProbe.Verify("--workspace it", Path.Combine(_folder.Path, folder)));

        Assert.StartsWith("--workspace it: nothing can be written there: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_little_room_is_told_with_both_figures()
    {
        var message = Refusal(() => OutputProbe.Verify("--output a.zip", _folder.Path, 750_000_000, _ => 20_000_000));

        Assert.Equal("--output a.zip: 750 MB are needed there, and 20 MB are free.", message);
    }

    [Fact]
    public void Room_that_only_the_file_system_knows_to_be_missing_is_found_by_asking_for_it()
    {
        var message = Refusal(() => OutputProbe.Verify("--output a.zip", _folder.Path, 1L << 55, _ => null));

        Assert.StartsWith("--output a.zip: 36028797018 MB are needed there, and ", message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_is_no_file_to_write() => Assert.Equal(
        $"--report {_folder.Path}: that is a folder; give the name of a file to write.", Refusal(() => OutputProbe.VerifyFile("--report", _folder.Path)));

    [Fact]
    public void Standard_output_needs_no_room() => OutputProbe.VerifyFile("--json", "-");

    private static string Refusal(Action probe) => Assert.Throws<UserException>(probe).Message;
}
