using System.Text.Json.Nodes;
using Pneumonia.Blazor.Components.Shared;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Tests.Blazor;
using Pneumonia.Tests.Imaging.Bars;

namespace Pneumonia.Tests.Api;

public sealed class CroppedApiTests(App app) : IClassFixture<App>
{
    private readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task The_answer_says_what_was_cut_off_now_and_later_and_the_overlay_fits_the_rest()
    {
        var (pixels, side) = BarredPictures.Phantom();
        var barred = BarredPictures.Barred(pixels, side, new Margins(100, 0, 156, 0), 0);

        var response = await _client.PredictAsync(ImageEncoder.GreyPng(barred.Width, barred.Height, barred.Pixels), query: "?saliency=true");
        var study = await response.JsonAsync();
        var again = await _client.GetJsonAsync(response.Headers.Location!.ToString());

        Assert.Equal("""{"left":100,"top":0,"right":156,"bottom":0}""", study["cropped"]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(study["cropped"], again["cropped"]));
        Assert.Equal((512, 256), ((int)study["image"]!["width"]!, (int)study["image"]!["height"]!));
        var overlay = new RadiographDecoder(asStored: true).Decode(Convert.FromBase64String((string)study["saliency"]!["overlay"]!), "overlay.png");
        Assert.Equal((256, 256), (overlay.Width, overlay.Height));
    }

    [Fact]
    public async Task Where_nothing_was_cut_off_it_says_nothing()
    {
        var study = await (await _client.PredictAsync(ApiClient.Image(1))).JsonAsync();

        Assert.True(study.ContainsKey("cropped"));
        Assert.Null(study["cropped"]);
    }

    [Fact]
    public void The_page_says_it_in_words() => Assert.Equal(
        "512 × 256 pixels, 8-bit PNG; uniform borders were cut off, the model saw 256 × 256",
        Words.Image(new ImageFacts(512, 256, 8, RadiographFormat.Png) { Cropped = new Margins(100, 0, 156, 0) }));
}
