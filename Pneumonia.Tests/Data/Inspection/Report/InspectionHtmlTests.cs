using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Model.Data.Inspection.Report.Sections;
using Pneumonia.Model.Data.Inspection.Report;
using Pneumonia.Model.Data.Inspection;
using Pneumonia.Model.Data;
using Pneumonia.Tests.Data.Fuzzing;

namespace Pneumonia.Tests.Data.Inspection.Report;

public sealed class InspectionHtmlTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FuzzedPictures _pictures = new();

    public InspectionHtmlTests()
    {
        for (var i = 0; i < 8; i++)
        {
            _folder.Write($"train/NORMAL/IM-000{i}-0001.png", Picture(i));
            _folder.Write($"train/PNEUMONIA/person{i}_virus_1.png", Picture(20 + i));
            _folder.Write($"test/NORMAL/IM-001{i}-0001.png", Picture(40 + i));
            _folder.Write($"test/PNEUMONIA/person1{i}_virus_1.png", Picture(60 + i));
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_odd_comes_first_with_pictures_and_everything_known_follows()
    {
        _folder.Write("train/NORMAL/no.png", "no image"u8.ToArray());
        _folder.Write("train/NORMAL/large.png", Picture(90, 400));
        _folder.Write("train/NORMAL/IM-0090-0001.png", Picture(20, 90));
        _folder.Write("test/NORMAL/IM-0000-0002.png", Picture(3));
        _folder.Write("train/NORMAL/@eaDir/1.png", [1]);

        var page = Page();

        Assert.Equal(
            ["At a glance", "Unreadable files", "Odd files", "Equal pictures", "Patients in more than one split", "Files of each class", "Not used", "Classes"],
            page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(
            ["36", "1", "1", "1", "1", "1"], page.QuerySelectorAll(".cards dd").Select(value => value.FirstChild!.TextContent));
        Assert.Equal(["train/NORMAL/IM-0090-0001.png", "train/PNEUMONIA/person0_virus_1.png"], PairsBelow(page, "Label conflicts"));
        Assert.Equal(["test/NORMAL/IM-0000-0002.png", "train/NORMAL/IM-0003-0001.png"], PairsBelow(page, "Leaks"));
        Assert.Contains("it is text, not an image", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("thumbnails of a network drive", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("400x400 pixels", page.Body.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("img"), image => Assert.StartsWith("data:image/jpeg;base64,/9j/", image.GetAttribute("src"), StringComparison.Ordinal));
        Assert.Contains("pictures are shown, of 36 images", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_loads_nothing_and_runs_nothing()
    {
        var page = Page();

        Assert.Empty(page.QuerySelectorAll("script, link, iframe, object, embed, [href], [onclick]"));
        Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(8, page.QuerySelectorAll("img").Length / 4);
    }

    [Fact]
    public void Names_are_text_whatever_they_hold()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Write("train/NORMAL/<b>&\u0001\u001b.png", [1]);

        var page = Page();

        Assert.Empty(page.QuerySelectorAll("b"));
        Assert.Contains("train/NORMAL/<b>&\uFFFD\uFFFD.png", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void No_more_pictures_are_drawn_than_a_page_can_hold_and_the_rest_is_counted()
    {
        var data = DataSet.Open(_folder.Path);
        var pictures = Thumbnails.Draw(data.Root, data.Images.Select(data.NameOf), most: 10, default);

        Assert.Equal((10, 22), (pictures.Count, pictures.LeftOut));
        var content = Content() with { Pictures = pictures };
        Assert.Contains("22 more are named without one", InspectionHtml.Write(content), StringComparison.Ordinal);
        Assert.Equal(22, new HtmlParser().ParseDocument(InspectionHtml.Write(content)).QuerySelectorAll(".absent").Length);
    }

    // One that does not happen to look like an X-ray with black and white exchanged: that would be odd.
    private byte[] Picture(int number, int side = 48)
    {
        while (InvertedLook.Of(new RadiographDecoder().Decode(_pictures.Of(number, 48), "picture")))
        {
            number += 1000;
        }

        return _pictures.Of(number, side);
    }

    private static IEnumerable<string> PairsBelow(IDocument page, string heading) =>
        page.QuerySelectorAll("h3").Single(each => each.TextContent.StartsWith(heading, StringComparison.Ordinal))
            .NextElementSibling!.QuerySelectorAll("code").Select(name => name.TextContent).Order(StringComparer.Ordinal);

    private IDocument Page() => new HtmlParser().ParseDocument(InspectionHtml.Write(Content()));

    private InspectionContent Content()
    {
        var data = DataSet.Open(_folder.Path);
        return InspectionContent.Of(DataInspector.Inspect(data), data, DateTimeOffset.UnixEpoch, default);
    }
}
