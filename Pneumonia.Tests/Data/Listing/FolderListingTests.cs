using System.Net.Sockets;
using Pneumonia.Core;
using Pneumonia.Model.Data;

namespace Pneumonia.Tests.Data.Listing;

public sealed class FolderListingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Training", "Validation", "Testing")]
    [InlineData("train", "valid", "test")]
    [InlineData("TRAIN", "dev", "hold-out")]
    public void Splits_are_splits_whatever_their_usual_name_and_test_images_are_not_learnt_from(string train, string val, string test)
    {
        Write($"{train}/A/1.png", $"{train}/B/2.png", $"{val}/A/3.png", $"{val}/B/4.png", $"{test}/A/5.png", $"{test}/B/6.png");

        var data = DataSet.Open(_folder.Path);

        Assert.Equal(["A", "B"], data.Classes);
        Assert.Equal(["train", "val", "test"], data.Splits);
        Assert.Equal(4, DataSet.Open(_folder.Path, excludeTest: true).Images.Count);
        Assert.Equal(
            ($"{test}/", 2), DataSet.Open(_folder.Path, excludeTest: true).Unused.Select(entry => (entry.Path, entry.Files)).Single());
    }

    [Fact]
    public void Splits_within_class_folders_are_splits_too()
    {
        Write("A/train/1.png", "A/test/2.png", "B/train/3.png", "B/test/4.png", "A/loose.png");

        var data = DataSet.Open(_folder.Path);

        Assert.Equal(["A/test/2.png", "A/train/1.png", "B/test/4.png", "B/train/3.png"], Names(data));
        Assert.Equal(["A/train/1.png", "B/train/3.png"], Names(DataSet.Open(_folder.Path, excludeTest: true)));
        Assert.Equal("A/loose.png", Assert.Single(data.Unused).Path);
    }

    [Fact]
    public void A_class_is_one_class_in_whatever_case_each_split_writes_it()
    {
        Write("train/NORMAL/1.png", "train/Lu\u0308cke/2.png", "val/Normal/3.png", "val/L\u00fccke/4.png");

        var data = DataSet.Open(_folder.Path);

        Assert.Equal(["Lu\u0308cke", "NORMAL"], data.Classes);
        Assert.Equal(2, data.Images.Count(image => image.Class == "NORMAL"));
    }

    [Theory]
    [InlineData("@eaDir")]
    [InlineData("#recycle")]
    [InlineData("$RECYCLE.BIN")]
    [InlineData("System Volume Information")]
    [InlineData("lost+found")]
    [InlineData(".@__thumb")]
    [InlineData("@Recycle")]
    [InlineData("Thumbs")]
    [InlineData("found.000")]
    [InlineData(".hidden")]
    [InlineData("__MACOSX")]
    public void Folders_of_systems_are_passed_over_wherever_they_lie_and_are_named_with_their_count(string name)
    {
        Write("A/1.png", "B/1.png", $"{name}/A/1.png", $"A/{name}/1.png", $"A/{name}/deep/2.png");

        var data = DataSet.Open(_folder.Path);

        Assert.Equal(["A/1.png", "B/1.png"], Names(data));
        Assert.Equal([($"{name}/", 1), ($"A/{name}/", 2)], data.Unused.Select(entry => (entry.Path, entry.Files)).OrderBy(entry => entry.Item2));
        Assert.All(data.Unused, entry => Assert.NotEmpty(entry.Reason));
    }

    [Theory]
    [InlineData("A/images/1.png", "A/masks/1.png", "B/images/1.png", "B/masks/1.png")]
    [InlineData("images/A/1.png", "images/B/1.png", "masks/A/1.png", "masks/B/1.png")]
    [InlineData("A/1.png", "A/1_mask.png", "B/1 (2).png", "B/1 (2)_mask_1.png")]
    [InlineData("A/1.png", "A_masks/1.png", "B/1.png", "masks/1.png")]
    public void Masks_are_not_counted_as_X_rays(params string[] files)
    {
        Write(files);

        var data = DataSet.Open(_folder.Path);

        Assert.Equal(["A", "B"], data.Classes);
        Assert.Equal(2, data.Images.Count);
        Assert.Equal(2, data.Unused.Sum(entry => entry.Files));
    }

    [Fact]
    public void Folders_of_equal_names_side_by_side_are_refused_with_the_option_that_helps()
    {
        string[] names = ["1.png", "2.png", "3.png"];
        Write([.. names.SelectMany(name => new[] { $"A/raw/{name}", $"A/lungs/{name}", $"B/raw/{name}", $"B/lungs/{name}" })]);

        Assert.Contains("--ignore-folders raw", Refusal(), StringComparison.Ordinal);
        Assert.Equal(6, DataSet.Open(_folder.Path, ignoreFolders: "lungs").Images.Count);
        Assert.Equal(12, DataSet.Open(_folder.Path, ignoreFolders: "none").Images.Count);
    }

    [Fact]
    public void Folders_of_patients_are_no_masks()
    {
        Write("A/p1/1.png", "A/p2/1.png", "B/p1/1.png", "B/p2/1.png");

        Assert.Equal(4, DataSet.Open(_folder.Path).Images.Count);
    }

    [Fact]
    public void Links_are_followed_once_and_never_upwards_or_into_the_test_split()
    {
        Write("d/train/A/1.png", "d/train/B/2.png", "d/test/A/3.png", "d/test/B/4.png", "elsewhere/5.png");
        Link("d/train/A/up", "d");
        Link("d/train/A/judged", "d/test/A");
        Link("d/train/B/more", "elsewhere");
        Link("d/train/B/again", "elsewhere");
        Link("d/train/B/judged.png", "d/test/B/4.png");
        Link("d/train/B/same.png", "d/train/B/2.png");
        Link("d/train/B/nowhere.png", "missing.png");
        var root = Path.Combine(_folder.Path, "d");

        var data = DataSet.Open(root, excludeTest: true);

        Assert.Equal(["train/A/1.png", "train/B/2.png", "train/B/again/5.png"], Names(data));
        Assert.Equal(
            ["test/", "train/A/judged/", "train/A/up/", "train/B/judged.png", "train/B/more/", "train/B/nowhere.png", "train/B/same.png"],
            data.Unused.Select(entry => entry.Path));
        Assert.Equal(Names(data), Names(DataSet.Open(root)).Where(name => name.StartsWith("train", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("hospital1/NORMAL/1.png", "hospital1/PNEUMONIA/2.png", "hospital2/Normal/3.png", "hospital2/pneumonia/4.png")]
    [InlineData("2019/healthy/1.png", "2019/COVID-19/2.png", "2020/healthy/3.png", "2020/covid-19/4.png")]
    [InlineData("a/train/NORMAL/1.png", "a/train/Sepsis/2.png", "b/train/NORMAL/3.png", "b/train/Sepsis/4.png")]
    [InlineData("train/a/NORMAL/1.png", "train/a/Sepsis/2.png", "train/b/NORMAL/3.png", "train/b/Sepsis/4.png")]
    [InlineData("X/1.png", "Y/2.png", "b/X/3.png", "b/Y/4.png")]
    [InlineData("a/NORMAL/1.png", "a/Sepsis/2.png", "a/Sepsis/3.png", "b/NORMAL/4.png")]
    [InlineData("land/a/NORMAL/1.png", "land/a/Sepsis/2.png", "land/b/NORMAL/3.png", "isle/c/Sepsis/4.png", "isle/c/NORMAL/5.png")]
    [InlineData("data/a/NORMAL/1.png", "data/a/Sepsis/2.png", "data/b/NORMAL/3.png", "data/b/Sepsis/4.png")]
    public void Sites_that_each_hold_the_classes_are_none(params string[] files)
    {
        Write(files);

        var data = DataSet.Open(_folder.Path);

        Assert.Equal((2, files.Length), (data.Classes.Count, data.Images.Count));
        Assert.All(data.Images, image => Assert.Contains(files, file => file.EndsWith(data.NameOf(image), StringComparison.Ordinal)
            && file.Contains($"/{image.Class}/", StringComparison.OrdinalIgnoreCase) | file.StartsWith($"{image.Class}/", StringComparison.Ordinal)));
        Assert.NotEmpty(data.Sites);
        Assert.Empty(data.Unused);
    }

    [Fact]
    public void What_lies_beside_sites_and_holds_no_class_is_named()
    {
        Write("a/NORMAL/1.png", "a/PNEUMONIA/2.png", "b/NORMAL/3.png", "b/PNEUMONIA/4.png", "extra/5.png");

        var data = DataSet.Open(_folder.Path);

        Assert.Equal(["a", "b"], data.Sites);
        Assert.Equal("extra/", Assert.Single(data.Unused).Path);
        Assert.Contains("holds no class folder, as a, b", data.Unused[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_that_may_be_sites_or_classes_are_refused_with_what_is_to_be_done()
    {
        Write("north/X/1.png", "north/Y/2.png", "south/X/3.png", "south/Y/4.png");

        Assert.Contains("north and south hold the same folders, X and Y", Refusal(), StringComparison.Ordinal);
        Assert.Contains("--ignore-folders none", Refusal(), StringComparison.Ordinal);
        Assert.Equal(["north", "south"], DataSet.Open(_folder.Path, ignoreFolders: "none").Classes);
    }

    [Theory]
    [InlineData("north/0/1.png", "north/1/2.png", "south/0/3.png", "south/1/4.png")]
    [InlineData("north/X/1.png", "north/Y/2.png", "south/X/3.png")]
    public void So_are_those_numbered_0_and_1_and_sites_that_lack_a_class(params string[] files)
    {
        Write(files);

        Assert.Contains("north and south hold the same folders", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A/images/1.png", "B/images/2.png")]
    [InlineData("A/images/1.png", "B/images/2.png", "B/masks/2.png")]
    [InlineData("A/p1/1.png", "A/p2/1.png", "B/p2/1.png", "B/p3/1.png")]
    [InlineData("A/1/1.png", "A/2/1.png", "B/1/1.png", "B/2/1.png")]
    [InlineData("A/3fa/1.png", "A/b21/1.png", "A/c07/1.png", "B/3fa/1.png", "B/d9e/1.png", "B/e4e/1.png")]
    public void Folders_of_patients_or_images_raise_no_doubt(params string[] files)
    {
        Write(files);

        Assert.Equal(["A", "B"], DataSet.Open(_folder.Path).Classes);
    }

    [Fact]
    public void Projections_within_classes_make_no_sites_of_these()
    {
        Write("NORMAL/AP/1.png", "NORMAL/PA/2.png", "Sepsis/AP/3.png", "Sepsis/PA/4.png");

        Assert.Equal(["NORMAL", "Sepsis"], DataSet.Open(_folder.Path).Classes);
    }

    [Fact]
    public void Pipes_sockets_and_devices_are_named_and_never_opened()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Write("NORMAL/1.png", "PNEUMONIA/2.png");
        NamedPipe.Make(Path.Combine(_folder.Path, "NORMAL/pipe.png"));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder.Path, "NORMAL/s.png")));
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "PNEUMONIA/null.png"), "/dev/null");

        var data = DataSet.Open(_folder.Path);

        // An empty file is an image that cannot be read, and no pipe.
        Assert.Equal(["NORMAL/1.png", "PNEUMONIA/2.png"], Names(data));
        Assert.Equal(
            [("NORMAL/pipe.png", "a named pipe, not a file"), ("NORMAL/s.png", "a socket, not a file"), ("PNEUMONIA/null.png", "a device, not a file")],
            data.Unused.Select(entry => (entry.Path, entry.Reason)));
    }

    [Theory]
    [InlineData("train is a split", "train/1.png")]
    [InlineData("are splits", "train/1.png", "Testing/2.png")]
    [InlineData("tell no class", "images/1.png", "masks/1.png")]
    [InlineData("tell no class", "train/images/1.png", "train/labels/1.txt")]
    [InlineData("the only class folder", "A/1.png", "@eaDir/1.png")]
    public void What_is_no_class_never_becomes_one_and_the_refusal_says_what_was_found(string reason, params string[] files)
    {
        Write(files);

        Assert.Contains(reason, Refusal(), StringComparison.Ordinal);
        Assert.StartsWith(_folder.Path, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_beside_the_splits_and_in_no_class_is_named()
    {
        Write("train/A/1.png", "train/B/1.png", "train/loose.png", "extra/A/1.png", "extra/A/2.png", "README.md");

        var unused = DataSet.Open(_folder.Path).Unused;

        Assert.Equal(["README.md", "extra/", "train/loose.png"], unused.Select(entry => entry.Path));
        Assert.Equal([1, 2, 1], unused.Select(entry => entry.Files));
        Assert.True(unused[0].Expected);
    }

    private static IEnumerable<string> Names(DataSet data) => data.Images.Select(data.NameOf);

    private string Refusal() => Assert.Throws<UserException>(() => DataSet.Open(_folder.Path)).Message;

    private void Write(params string[] files) => Array.ForEach(files, file => _folder.Write(file));

    private void Link(string link, string target) =>
        File.CreateSymbolicLink(Path.Combine(_folder.Path, link), Path.Combine(_folder.Path, target));
}
