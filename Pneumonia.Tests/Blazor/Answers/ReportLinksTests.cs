using Bunit;
using Pneumonia.Blazor.Components.Answers;
using Pneumonia.Blazor.ReadingRoom;

namespace Pneumonia.Tests.Blazor.Answers;

public sealed class ReportLinksTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void A_report_is_printed_opened_and_saved_under_a_name_that_tells_nobodys()
    {
        var links = Show(new Study("Jane Doe.png", synthetic: false) { ReportId = "7" }).FindAll("a");

        Assert.Equal(["Print or save as PDF", "Open", "Save as a file"], links.Select(ElementText.Text));
        Assert.All(links, link => Assert.Equal("images/7", link.GetAttribute("href")));
        Assert.Equal("chest-x-ray-report.html", links[2].GetAttribute("download"));
    }

    [Fact]
    public void Without_a_report_there_is_nothing() => Assert.Empty(Show(new Study("a.png", synthetic: false)).Nodes.OfType<AngleSharp.Dom.IElement>());

    private IRenderedComponent<ReportLinks> Show(Study study) => Render<ReportLinks>(with => with.Add(it => it.Study, study));
}
