using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Model.Data;
using Pneumonia.Model.Data.Inspection;
using Pneumonia.Tests.Data.Fuzzing;
using Spectre.Console;

namespace Pneumonia.Tests.Data.Inspection;

public sealed class DataInspectorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DataInspectorTests()
    {
        _folder.Write("train/NORMAL/IM-0001-0001.png", Png(1, 64, 48));
        _folder.Write("train/NORMAL/IM-0001-0002.png", Png(2));
        _folder.Write("train/PNEUMONIA/person1_virus_1.png", Png(3));
        _folder.Write("train/PNEUMONIA/person2_virus_2.png", Png(4, 40, 80));
        _folder.Write("test/NORMAL/IM-0002-0001.png", Png(5));
        _folder.Write("test/PNEUMONIA/person3_virus_3.png", Png(6));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sound_data_set_is_counted_and_has_no_findings()
    {
        var inspection = Inspect();

        Assert.Equal(
            [
                new("train", "NORMAL", 2, 1), new("train", "PNEUMONIA", 2, 2),
                new("test", "NORMAL", 1, 1), new("test", "PNEUMONIA", 1, 1),
            ],
            inspection.Classes);
        Assert.Equal((6, 5, 0), (inspection.Images, inspection.Patients, inspection.ImagesWithoutPatient));
        Assert.Equal(new SizeRange(40, 50, 64), inspection.Width);
        Assert.Equal(new SizeRange(48, 50, 80), inspection.Height);
        Assert.Equal(("Png", 6), inspection.Formats.Select(format => (format.Key, format.Value)).Single());
        Assert.Equal((8, 6), inspection.BitDepths.Select(depth => (depth.Key, depth.Value)).Single());
        Assert.Empty(inspection.Unreadable);
        Assert.Empty(inspection.Duplicates);
        Assert.Empty(inspection.SharedPatients);
        Assert.False(inspection.HasLeak || inspection.HasLabelConflict);
    }

    [Fact]
    public void The_same_image_in_two_splits_is_a_leak_and_the_table_says_so()
    {
        _folder.Write("test/NORMAL/copy.png", Png(2));

        var inspection = Inspect();

        var group = Assert.Single(inspection.Duplicates);
        Assert.Equal(["train/NORMAL/IM-0001-0002.png", "test/NORMAL/copy.png"], group.Files.Order().Reverse());
        Assert.True(group.AcrossSplits && !group.AcrossClasses && inspection.HasLeak);
        Assert.Contains("1 LEAKS", Shown(inspection), StringComparison.Ordinal);
        Assert.Contains("1 images have names that tell no patient", Shown(inspection), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_image_in_two_classes_is_a_conflict()
    {
        _folder.Write("train/NORMAL/IM-0009-0001.png", Png(3));

        var inspection = Inspect();

        Assert.True(inspection.HasLabelConflict);
        Assert.False(inspection.HasLeak);
        Assert.Contains("1 LABEL CONFLICTS", Shown(inspection), StringComparison.Ordinal);
    }

    [Fact]
    public void A_patient_number_in_two_splits_is_named()
    {
        _folder.Write("test/PNEUMONIA/person1_bacteria_7.png", Png(7));

        var shared = Assert.Single(Inspect().SharedPatients);

        Assert.Equal("person1", shared.Patient);
        Assert.Equal(["train", "test"], shared.Splits);
    }

    [Fact]
    public void Files_that_are_no_images_are_named_with_their_reasons_and_do_not_end_the_inspection()
    {
        _folder.Write("train/NORMAL/notes.txt", "no image"u8.ToArray());
        _folder.Write("train/NORMAL/empty.png");
        _folder.Write("train/NORMAL/cut.png", Png(9)[..60]);

        var inspection = Inspect();

        Assert.Equal(
            ["train/NORMAL/cut.png", "train/NORMAL/empty.png", "train/NORMAL/notes.txt"],
            inspection.Unreadable.Select(file => file.File));
        Assert.All(inspection.Unreadable, file => Assert.NotEmpty(file.Reason));
        Assert.Contains(
            $"train/NORMAL/notes.txt: {inspection.Unreadable[2].Reason}", Shown(inspection), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_picture_at_another_size_is_a_leak_and_a_conflict_where_it_lies()
    {
        var pictures = new FuzzedPictures();
        _folder.Write("train/NORMAL/IM-0020-0001.png", pictures.Of(1));
        _folder.Write("test/PNEUMONIA/person20_virus_1.png", pictures.Of(1, 90));

        var inspection = Inspect();

        var group = Assert.Single(inspection.EqualPictures);
        Assert.True(group.AcrossSplits && group.AcrossClasses && group.AcrossPatients && inspection.HasLeak && inspection.HasLabelConflict);
        Assert.Empty(inspection.Duplicates);
        Assert.Contains("1 LEAKS: the same picture, scaled", Shown(inspection), StringComparison.Ordinal);
    }

    [Fact]
    public void What_looks_unlike_the_rest_is_listed_with_what_is_unlike()
    {
        for (var i = 0; i < 60; i++)
        {
            _folder.Write($"train/NORMAL/IM-01{i:00}-0001.png", Png(100 + i));
        }

        _folder.Write("train/NORMAL/mask of one.png", ImageEncoder.GreyPng(50, 50, [.. Enumerable.Range(0, 2500).Select(i => (byte)(i < 900 ? 255 : 0))]));
        _folder.Write("train/NORMAL/large.png", Png(7, 400, 400));

        var odd = Inspect().Odd.ToDictionary(file => file.File, file => string.Join(" ", file.Reasons));

        Assert.Equal(["train/NORMAL/large.png", "train/NORMAL/mask of one.png", "train/PNEUMONIA/person2_virus_2.png"], odd.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("few grey levels", odd["train/NORMAL/mask of one.png"], StringComparison.Ordinal);
        Assert.Contains("400x400 pixels", odd["train/NORMAL/large.png"], StringComparison.Ordinal);
        Assert.Contains("another shape", odd["train/PNEUMONIA/person2_virus_2.png"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_a_split_lacks_and_what_is_not_used_are_told()
    {
        _folder.Write("val/Normal/IM-0030-0001.png", Png(30));
        _folder.Write("train/NORMAL/@eaDir/IM-0001-0001.png", Png(31));

        var inspection = Inspect();

        Assert.Equal(new ClassGap("val", "PNEUMONIA"), Assert.Single(inspection.ClassGaps));
        Assert.Equal(1, inspection.UnusedFiles);
        Assert.Contains("train/NORMAL/@eaDir/ (1 file): thumbnails", Shown(inspection), StringComparison.Ordinal);
        Assert.Contains("val has no image of PNEUMONIA", Shown(inspection), StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_be_stopped() =>
        Assert.ThrowsAny<OperationCanceledException>(
            () => DataInspector.Inspect(DataSet.Open(_folder.Path), null, new CancellationToken(true)));

    [RealDataFact]
    public void Every_real_image_can_be_read_and_none_lies_in_two_splits_or_classes()
    {
        var inspection = DataInspector.Inspect(DataSet.Open(RepositoryPaths.RealData));

        Assert.Equal((5232, 2861), (inspection.Images, inspection.Patients));
        Assert.Empty(inspection.Unreadable);
        Assert.Empty(inspection.SharedPatients);
        Assert.False(inspection.HasLeak || inspection.HasLabelConflict);
        Assert.Equal(new SizeRange(224, 224, 224), inspection.Width);
    }

    private DataInspection Inspect() => DataInspector.Inspect(DataSet.Open(_folder.Path));

    private static string Shown(DataInspection inspection)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 200;
        DataInspectionTable.Write(inspection, console);
        return text.ToString();
    }

    private static byte[] Png(int seed, int width = 50, int height = 50)
    {
        var pixels = new byte[width * height];
        new Random(seed).NextBytes(pixels);
        return ImageEncoder.GreyPng(width, height, pixels);
    }
}
