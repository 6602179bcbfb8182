using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Recipes;
using Pneumonia.Core;
using Pneumonia.Model.Data.Inspection;
using Pneumonia.Model.Data.Listing;
using Pneumonia.Model.Data;
using Pneumonia.Model.Training.Images;

namespace Pneumonia.Tests.Data.Fuzzing;

/// <summary>Folders of all kinds of trouble in combination: counts are right, no file goes unnamed, no test image is learnt from, no leak passes,
/// and every stop has a usable word. <c>DATA_FUZZ_SEEDS</c> asks for more of them.</summary>
public sealed class DataSetFuzzTests : IDisposable
{
    private static readonly int s_seeds = int.TryParse(Environment.GetEnvironmentVariable("DATA_FUZZ_SEEDS"), out var seeds) ? seeds : 300;
    private readonly TemporaryFolder _folder = new();
    private readonly FuzzedPictures _pictures = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whatever_a_folder_holds_its_images_are_counted_right_and_all_else_is_named() => ForEach(folder =>
    {
        var data = DataSet.Open(folder.Root);

        Assert.Equal(folder.Images.Keys.Order(StringComparer.Ordinal), data.Images.Select(data.NameOf).Order(StringComparer.Ordinal));
        Assert.Equal(2, data.Classes.Count);
        Assert.All(data.Images, image => Assert.Equal(folder.Images[data.NameOf(image)].Split, image.Split));
        Assert.Equal(
            2, data.Images.Select(image => (image.Class, folder.Images[data.NameOf(image)].Class)).Distinct().Count());
        AssertNamed(folder, data.Unused, folder.Images.Keys);
    });

    [Fact]
    public void No_image_of_the_test_split_is_opened_for_training() => ForEach(folder =>
    {
        var data = DataSet.Open(folder.Root, excludeTest: true);

        var expected = folder.Images.Where(image => image.Value.Split != Split.Test).Select(image => image.Key).ToList();
        Assert.Equal(expected.Order(StringComparer.Ordinal), data.Images.Select(data.NameOf).Order(StringComparer.Ordinal));
        AssertNamed(folder, data.Unused, expected);
    });

    [Fact]
    public void Every_picture_that_lies_there_twice_is_named_and_no_other() => ForEach(folder =>
    {
        var data = DataSet.Open(folder.Root);

        var inspection = DataInspector.Inspect(data);

        var groups = inspection.Duplicates.Select(group => group.Files).Concat(inspection.EqualPictures.Select(group => group.Files)).ToList();
        Assert.All(folder.Equal, pair => Assert.Contains(groups, group => group.Contains(pair.Known) && group.Contains(pair.Again)));
        Assert.All(groups, group => Assert.Single(group.Select(file => folder.Images[file].Picture).Distinct()));
        var pairs = folder.Equal.Select(pair => (One: folder.Images[pair.Known], Other: folder.Images[pair.Again])).ToList();
        Assert.Equal(pairs.Exists(pair => pair.One.Class != pair.Other.Class), inspection.HasLabelConflict);
        Assert.Equal(pairs.Exists(pair => pair.One.Split != pair.Other.Split), inspection.HasLeak);
        Assert.Equal(folder.Unreadable.Order(StringComparer.Ordinal), inspection.Unreadable.Select(file => file.File).Order(StringComparer.Ordinal));
        Assert.All(inspection.Unreadable, file => Assert.DoesNotContain("Exception", file.Reason, StringComparison.Ordinal));
    });

    [Fact]
    public void No_picture_stands_on_two_sides_of_the_hold_out_or_under_two_labels() => ForEach(folder =>
    {
        var data = DataSet.Open(folder.Root, excludeTest: true);
        var images = data.Images.Where(image => image.Split is null or Split.Train).Where(image => !folder.Unreadable.Contains(data.NameOf(image))).ToList();
        int PictureOf(XRay image) => folder.Images[data.NameOf(image)].Picture;
        var store = ImageStore.Load(images, new ImagePreparation(new Preprocessing { Width = 64, Height = 64 }), allowUnreadable: true, null, _ => { }, default);
        var hasContradiction = images.GroupBy(PictureOf).Any(same => same.DistinctBy(image => image.Class).Count() > 1);
        if (hasContradiction)
        {
            var refusal = Assert.Throws<UserException>(() => EqualImages.Find(store, [], dropContradictions: false)).Message;
            Assert.Contains("--drop-contradictions", refusal, StringComparison.Ordinal);
        }

        var equal = EqualImages.Find(store, [], dropContradictions: hasContradiction);
        var used = equal.Apply(images);
        Assert.All(used.GroupBy(PictureOf), same => Assert.Single(same.DistinctBy(image => (image.Class, image.Patient))));
        try
        {
            var (training, heldOut) = ImageDivision.Of(new ImageClassificationOptions(), used, null, _ => { });
            Assert.Empty(training.Select(PictureOf).Intersect(heldOut.Select(PictureOf)));
        }
        catch (UserException stop)
        {
            Assert.Contains("too few patients", stop.Message, StringComparison.Ordinal);
        }
    });

    private static void AssertNamed(FuzzedFolder folder, IReadOnlyList<UnusedEntry> unused, IReadOnlyCollection<string> used)
    {
        var files = EntriesBelow(new DirectoryInfo(folder.Root)).Select(entry => Path.GetRelativePath(folder.Root, entry.FullName) + (entry is DirectoryInfo ? "/" : ""));
        Assert.All(
            files.Except(used),
            file => Assert.Contains(unused, entry => entry.Path == file || (entry.Path.EndsWith('/') && file.StartsWith(entry.Path, StringComparison.Ordinal))));
        Assert.All(unused, entry => Assert.NotEmpty(entry.Reason));
        Assert.Empty(unused.Select(entry => entry.Path).Intersect(used));
    }

    // Files, and links, which are not followed.
    private static IEnumerable<FileSystemInfo> EntriesBelow(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0 })
            .SelectMany(entry => entry is DirectoryInfo { LinkTarget: null } below ? EntriesBelow(below) : [entry]);

    private void ForEach(Action<FuzzedFolder> check) => Parallel.For(0, s_seeds, seed =>
    {
        var root = Path.Combine(_folder.Path, $"{seed}");
        var folder = new FuzzedFolder(seed, root, _pictures);
        try
        {
            check(folder);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Seed {seed}: {e.Message}", e);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    });
}
