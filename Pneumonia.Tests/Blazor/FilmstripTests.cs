using System.IO.Pipelines;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Components.Studies;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Tests.Browser;

namespace Pneumonia.Tests.Blazor;

public sealed class FilmstripTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private const string RightToLeft = "صورة-الصدر.png";

    private ReadingSession Session => Tab.GetRequiredService<ReadingSession>();

    [Fact]
    public async Task A_file_that_is_answered_shows_its_thumbnail_and_a_refused_one_a_cross()
    {
        await Session.AddAsync([Incoming(Xrays.Chest(RightToLeft, patch: true, side: 96), synthetic: true), Incoming(Xrays.Text("two.png"))]);

        var strip = Render<Filmstrip>();

        Assert.Equal([RightToLeft, "two.png"], strip.FindAll("bdi.name").Select(ElementText.Text));
        Assert.Equal(["Pneumonia likely", "Refused"], strip.FindAll(".tile .state").Select(ElementText.Text));
        Assert.StartsWith("images/", strip.Find(".thumbnail img").GetAttribute("src"));
        Assert.Single(strip.FindAll(".thumbnail svg"));
        Assert.Contains("Synthetic", strip.FindAll(".tile")[0].Text());
        Assert.DoesNotContain("Synthetic", strip.FindAll(".tile")[1].Text());
        Assert.Equal($"Remove {RightToLeft}", strip.Find(".remove").GetAttribute("aria-label"));
    }

    [Fact]
    public void A_file_that_comes_in_has_its_place_kept_and_tells_how_far_it_is()
    {
        _ = Session.AddAsync([new IncomingImage("slow.png", 10, _ => new Pipe().Reader.AsStream())]);

        var strip = Render<Filmstrip>();

        Assert.Single(strip.FindAll(".thumbnail .mud-skeleton"));
        Assert.Equal("Progress of slow.png", strip.Find("progress").GetAttribute("aria-label"));
    }

    private static IncomingImage Incoming(Microsoft.Playwright.FilePayload file, bool synthetic = false) =>
        new(file.Name, file.Buffer.Length, _ => new MemoryStream(file.Buffer)) { Synthetic = synthetic };
}
