using Microsoft.Extensions.Time.Testing;
using Pneumonia.Blazor.Uploads;

namespace Pneumonia.Tests.Uploads;

public sealed class FilesInPartsTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(TestClock.Start);
    private readonly FilesInParts _files;
    private readonly object _tab = new();

    public FilesInPartsTests() => _files = new FilesInParts(_clock);

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_tab_finds_its_own_file_again_and_no_other_tab_does()
    {
        var file = _files.Open(_tab, "a", 10);

        Assert.Same(file, _files.Open(_tab, "a", 10));
        Assert.NotSame(file, _files.Open(new object(), "a", 10));
    }

    [Fact]
    public void Of_too_many_of_a_tab_the_one_that_waited_longest_gives_way()
    {
        var other = _files.Open(new object(), "a", 10);
        FileInParts?[] own = [.. Enumerable.Range(0, FilesInParts.MostOfOne).Select(i => Later($"{i}"))];
        Later("0");
        Later("new");

        Assert.Equal(FilesInParts.MostOfOne + 1, _files.Count);
        Assert.NotNull(other);
        Assert.Same(own[0], Later("0"));
        Assert.NotSame(own[1], Later("1"));

        FileInParts? Later(string key)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return _files.Open(_tab, key, 10);
        }
    }

    [Fact]
    public void Of_all_tabs_no_more_are_taken_than_there_is_room_for()
    {
        for (var i = 0; i < FilesInParts.Most; i++)
        {
            Assert.NotNull(_files.Open(new object(), "a", 10));
        }

        Assert.Null(_files.Open(_tab, "a", 10));
        Assert.Equal(FilesInParts.Most, _files.Count);
    }

    [Fact]
    public void What_nobody_sends_any_longer_goes_after_a_while_and_what_is_sent_stays()
    {
        _files.Open(_tab, "left", 10);
        var sent = _files.Open(_tab, "sent", 10);
        _clock.Advance(FilesInParts.Longest / 2);
        _files.Open(_tab, "sent", 10);
        _clock.Advance(FilesInParts.Longest / 2);

        Assert.Equal(1, _files.Count);
        Assert.Same(sent, _files.Open(_tab, "sent", 10));
    }

    [Fact]
    public void All_files_of_a_tab_go_with_it()
    {
        _files.Open(_tab, "a", 10);
        _files.Open(_tab, "b", 10);
        _files.Open(new object(), "a", 10);

        _files.RemoveAll(_tab);

        Assert.Equal(1, _files.Count);
    }
}
