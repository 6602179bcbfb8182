using System.Text.Json.Nodes;
using Pneumonia.Tests.Blazor;
using Pneumonia.Tests.Serving;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Api;

/// <summary>Explanations that need gradients, which the program Pneumonia.Model computes, of a network that gives no map along with its answer.</summary>
[Collection(TrainingCollection.Name)]
public sealed class GradientSaliencyApiTests(TrainedModelFixture trained) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task With_the_program_there_is_an_overlay_and_every_method()
    {
        await using var app = Start();
        var client = app.CreateClient();

        var plain = await SaliencyAsync(client, "?saliency=true");
        var measured = await SaliencyAsync(client, "?method=integrated-gradients");

        Assert.Equal("grad-cam", (string?)plain["method"]);
        Assert.Equal("integrated-gradients", (string?)measured["method"]);
        Assert.NotNull(measured["reliable"]);
    }

    [Fact]
    public async Task Without_it_answers_stand_and_a_sentence_says_what_is_missing()
    {
        await using var app = Start();
        app.Settings["Model:Program"] = Path.Combine(_folder.Path, "none.dll");
        var client = app.CreateClient();

        Assert.Equal(System.Net.HttpStatusCode.Created, (await client.PredictAsync(Image)).StatusCode);
        Assert.Equal(
            "This model gives no overlay along with its answer; name a method, which is one of occlusion, score-cam, rise.",
            await (await client.PredictAsync(Image, query: "?saliency=true")).ProblemAsync(400));
        Assert.Contains(
            "none.dll: there is no such file",
            await (await client.PredictAsync(Image, query: "?method=integrated-gradients")).ProblemAsync(400),
            StringComparison.Ordinal);
    }

    private byte[] Image => File.ReadAllBytes(trained.Phantoms.Data.Images[0].Path);

    private App Start() => new() { ModelZip = Headless.Write(Path.Combine(_folder.Path, "headless.zip"), trained.Zip) };

    private async Task<JsonNode> SaliencyAsync(HttpClient client, string query) =>
        (await (await client.PredictAsync(Image, query: query)).JsonAsync())["saliency"]!;
}
