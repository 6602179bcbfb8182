using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Components.Intake;
using Pneumonia.Blazor.ReadingRoom;

namespace Pneumonia.Tests.Blazor.Intake;

public sealed class ArrivalTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void It_says_which_files_are_taken_how_large_and_that_they_are_kept()
    {
        var zone = Render<Arrival>().Find("[data-choose-files]").Text();

        Assert.Contains("JPEG, PNG, TIFF, BMP or WebP, up to 64 MB each", zone, StringComparison.Ordinal);
        Assert.Contains("Images and answers are kept on this server.", zone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_is_one_click_away_and_said_to_be_synthetic()
    {
        var arrival = Render<Arrival>();
        Assert.All(arrival.FindAll(".samples button"), sample => Assert.Contains("synthetic sample", sample.Text(), StringComparison.Ordinal));

        await arrival.Find(".samples button").ClickAsync();

        Assert.True(Assert.Single(Tab.GetRequiredService<ReadingSession>().Studies).Synthetic);
    }
}
