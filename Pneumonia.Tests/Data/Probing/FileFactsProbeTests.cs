using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Model.Data.Probing;

namespace Pneumonia.Tests.Data.Probing;

public sealed class FileFactsProbeTests
{
    private static readonly FileFacts s_plain = new(RadiographFormat.Jpeg, 1000, 800, 16, 16, "grey", "baseline, quality 90", 0.3, false);

    private readonly Random _random = new(4);

    [Fact]
    public void Files_of_one_kind_tell_nothing()
    {
        var found = FileFactsProbe.Of(Images(40, "NORMAL", "PNEUMONIA"), [.. Enumerable.Repeat(s_plain, 80)])!;

        Assert.Equal((0.5, 0), (found.Auc, found.Facts.Count));
        Assert.False(found.TellsClass);
        Assert.Null(found.Warning);
    }

    [Theory]
    [InlineData("bits in use")]
    [InlineData("compression")]
    [InlineData("mode")]
    [InlineData("format")]
    [InlineData("size")]
    [InlineData("bytes per pixel")]
    public void A_fact_that_tells_the_class_is_warned_of_by_name(string fact)
    {
        var images = Images(40, "NORMAL", "PNEUMONIA");

        var found = FileFactsProbe.Of(images, [.. images.Select(image => image.Class == "NORMAL" ? Noisy(s_plain) : Noisy(Other(fact)))])!;

        Assert.True(found.TellsClass);
        Assert.True(found.Auc > 0.95, $"{found.Auc}");
        Assert.Equal(fact, found.Facts[0].Name);
        Assert.Contains($"{fact} (", found.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_on_both_sides_of_the_other_class_tell_it_too()
    {
        var images = Images(60, "NORMAL", "PNEUMONIA");

        var found = FileFactsProbe.Of(
            images, [.. images.Select((image, i) => s_plain with { Width = image.Class == "NORMAL" ? 1000 + _random.Next(100) : i % 2 == 0 ? 500 + _random.Next(50) : 2000 })])!;

        Assert.True(found.TellsClass && found.Auc > 0.9, found.Sentence);
    }

    [Fact]
    public void Ten_images_are_never_warned_of()
    {
        for (var draw = 0; draw < 30; draw++)
        {
            var images = Images(5, "NORMAL", "PNEUMONIA");

            Assert.Null(FileFactsProbe.Of(images, [.. images.Select(_ => Noisy(s_plain))])!.Warning);
        }

        var told = Images(5, "NORMAL", "PNEUMONIA");
        var found = FileFactsProbe.Of(told, [.. told.Select(image => image.Class == "NORMAL" ? s_plain : Other("format"))])!;
        Assert.Contains("nothing can be said", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Chance_is_seldom_warned_of_at_any_size()
    {
        var warnings = 0;
        for (var draw = 0; draw < 100; draw++)
        {
            var images = Images(8 + (draw % 20), "NORMAL", "PNEUMONIA");
            warnings += FileFactsProbe.Of(images, [.. images.Select(_ => Noisy(s_plain))])!.TellsClass ? 1 : 0;
        }

        Assert.InRange(warnings, 0, 1);
    }

    [Fact]
    public void Of_several_classes_the_one_that_is_told_best_is_named()
    {
        var images = Images(30, "BACTERIAL", "NORMAL", "VIRAL");

        var found = FileFactsProbe.Of(images, [.. images.Select(image => image.Class == "NORMAL" ? Other("mode") : s_plain)])!;

        Assert.Equal("NORMAL", found.Class);
        Assert.True(found.TellsClass);
    }

    [Fact]
    public void Images_of_one_patient_count_as_one_and_a_lone_patient_as_none()
    {
        var images = Images(20, "NORMAL", "PNEUMONIA").Select((image, i) => image with { Patient = $"{image.Class}{i % 2}" }).ToArray();
        FileFacts[] facts = [.. images.Select(image => image.Class == "NORMAL" ? s_plain : Other("format"))];

        Assert.False(FileFactsProbe.Of(images, facts)!.TellsClass);
        Assert.Null(FileFactsProbe.Of([.. images.Select(image => image with { Patient = image.Class })], facts));
    }

    [Fact]
    public void The_table_names_what_each_class_holds()
    {
        var images = Images(4, "NORMAL", "PNEUMONIA");
        List<string> lines = [];

        FileFactsComparison.Of(images, [.. images.Select(image => image.Class == "NORMAL" ? s_plain : Other("bits in use"))]).Report(lines.Add);

        Assert.StartsWith("files of NORMAL: format: all Jpeg | bits: all 16 | bits in use: all 16", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("files of PNEUMONIA: format: all Jpeg | bits: all 16 | bits in use: all 12", lines[1], StringComparison.Ordinal);
    }

    private static XRay[] Images(int ofEach, params string[] classes) =>
        [.. classes.SelectMany(name => Enumerable.Range(0, ofEach).Select(i => new XRay($"{name}/{i}.png", name, null, $"{name}{i}", null, null)))];

    private static FileFacts Other(string fact) => fact switch
    {
        "bits in use" => s_plain with { BitsInUse = 12 },
        "compression" => s_plain with { Compression = "progressive, quality 75" },
        "mode" => s_plain with { Mode = "colour" },
        "format" => s_plain with { Format = RadiographFormat.Png },
        "size" => s_plain with { Width = 1600, Height = 1400 },
        _ => s_plain with { BytesPerPixel = 0.9 },
    };

    private FileFacts Noisy(FileFacts facts) => facts with
    {
        Width = facts.Width + _random.Next(100), Height = facts.Height + _random.Next(100), BytesPerPixel = facts.BytesPerPixel + (0.1 * _random.NextDouble()),
    };
}
