using Pneumonia.Core;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Model.Data;
using Pneumonia.Model.Data.Inspection;
using Pneumonia.Model.Data.Phantoms;

namespace Pneumonia.Tests.Data.Phantoms;

public sealed class PhantomFolderTests(PhantomFixture fixture) : IClassFixture<PhantomFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_folder_is_a_sound_synthetic_data_set_with_balanced_classes_and_patients_of_several_images()
    {
        var inspection = DataInspector.Inspect(fixture.Data);

        Assert.True(inspection.Synthetic);
        Assert.True(fixture.Data.HasPatientNames);
        Assert.Equal(["train", "val", "test"], fixture.Data.Splits);
        Assert.All(
            fixture.Data.Splits,
            split => Assert.Single(
                fixture.Data.InSplits(split).CountBy(image => image.Class).Select(count => count.Value).Distinct()));
        Assert.Empty(inspection.Unreadable);
        Assert.Empty(inspection.Duplicates);
        Assert.Empty(inspection.SharedPatients);
        Assert.True(inspection.Patients < inspection.Images);
        Assert.All(
            fixture.Data.Images, image => Assert.StartsWith(
                "synthetic-", Path.GetFileName(image.Path), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_image_with_pneumonia_has_its_boxes_and_no_other_has()
    {
        var lines = File.ReadAllLines(Path.Combine(fixture.Root, PhantomFolder.BoxesFile));

        Assert.Equal("file,x,y,width,height,kind", lines[0]);
        Assert.Equal(
            fixture.Data.Images.Where(image => image.Class == "PNEUMONIA").Select(fixture.Data.NameOf).Order(),
            lines.Skip(1).Select(line => line.Split(',')[0]).Distinct().Order());
        Assert.All(
            lines.Skip(1),
            line => Assert.Equal(
                line.Contains("_bacteria_", StringComparison.Ordinal) ? "focal" : "diffuse", line.Split(',')[5]));
    }

    [Fact]
    public void Masks_have_the_images_names_and_show_two_lungs_that_are_darker_than_the_body()
    {
        var (images, masks) = (Path.Combine(_folder.Path, "images"), Path.Combine(_folder.Path, "masks"));
        PhantomFolder.Write(images, PhantomFixture.Count, 1, PhantomFixture.Size, masks: masks);

        Assert.Equal(Contents(fixture.Root), Contents(images));
        var data = DataSet.Open(images);
        Assert.Equal(data.Images.Count, Directory.GetFiles(masks, "*.png", SearchOption.AllDirectories).Length);
        Assert.All(data.InSplits("val"), image =>
        {
            var mask = new RadiographDecoder(asStored: true).DecodeFile(Path.Combine(masks, Path.ChangeExtension(data.NameOf(image), ".png"))).Pixels.ToArray();
            var levels = new RadiographDecoder(asStored: true).DecodeFile(image.Path).Pixels.ToArray();
            Assert.Equal((mask.Length, 0, ushort.MaxValue), (levels.Length, mask.Min(), mask.Max()));
            Assert.InRange(mask.Average(level => level / 65535.0), 0.15, 0.6);
            var middle = Enumerable.Range(0, mask.Length).Where(i => i / PhantomFixture.Size is > 30 and < 90 && i % PhantomFixture.Size is > 16 and < 112).ToLookup(i => mask[i] > 0, i => (double)levels[i]);
            Assert.True(middle[true].Average() < middle[false].Average());
        });
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        var (same, other) = (Path.Combine(_folder.Path, "same"), Path.Combine(_folder.Path, "other"));
        PhantomFolder.Write(same, PhantomFixture.Count, 1, PhantomFixture.Size);
        PhantomFolder.Write(other, PhantomFixture.Count, 2, PhantomFixture.Size);

        Assert.Equal(Contents(fixture.Root), Contents(same));
        Assert.Equal([DataSet.SyntheticMarker], Contents(same).Intersect(Contents(other)).Select(file => file.File));
    }

    [Fact]
    public void A_folder_that_holds_something_is_refused_and_left_alone()
    {
        _folder.Write("taken/mine.txt");

        Assert.Contains("new or empty", Assert.Throws<UserException>(() => Write("taken")).Message, StringComparison.Ordinal);
        Assert.Equal(["taken"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void An_empty_folder_is_filled()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));

        Write("empty");

        var data = DataSet.Open(Path.Combine(_folder.Path, "empty"));
        Assert.Equal(PhantomFolder.MinCount, data.Images.Count);
        Assert.Equal(6, data.Images.DistinctBy(image => (image.Split, image.Class)).Count());
    }

    [Fact]
    public void A_stopped_run_leaves_nothing_behind()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => Write("stopped", cancellationToken: new CancellationToken(true)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Too_few_phantoms_are_refused() =>
        Assert.Contains("but is 13", Assert.Throws<UserException>(() => Write("few", 13)).Message, StringComparison.Ordinal);

    private void Write(string name, int count = PhantomFolder.MinCount, CancellationToken cancellationToken = default) =>
        PhantomFolder.Write(Path.Combine(_folder.Path, name), count, 1, PhantomGenerator.MinSize, cancellationToken: cancellationToken);

    private static List<(string File, string Content)> Contents(string root) =>
        [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(root, file), Convert.ToBase64String(File.ReadAllBytes(file))))];
}
