using System.Text.Json;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Tests.Imaging.Bars;

namespace Pneumonia.Tests.Commands.Data;

public sealed class DataInspectCommandTests : IDisposable
{
    private const int OfEach = 24;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_class_that_is_stored_in_another_way_is_warned_of_on_the_screen_and_in_json()
    {
        for (var i = 0; i < OfEach; i++)
        {
            _folder.Write($"NORMAL/n{i}.png", ImageEncoder.Grey16Png(64, 64, Array.ConvertAll(Pixels(i), level => (ushort)(level * 4095 / 255))));
            _folder.Write($"PNEUMONIA/p{i}.png", ImageEncoder.GreyPng(64, 64, Pixels(100 + i)));
        }

        var (json, table) = (await CommandLineRun.Of("data", "inspect", "--data", _folder.Path, "--json"), await CommandLineRun.Of("data", "inspect", "--data", _folder.Path));

        Assert.Contains("The files tell the class without a look at a pixel", table.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        var facts = JsonDocument.Parse(json.Output).RootElement.GetProperty("fileFacts");
        Assert.Contains("bits", facts.GetProperty("warning").GetString(), StringComparison.Ordinal);
        Assert.True(facts.GetProperty("probe").GetProperty("tellsClass").GetBoolean());
        Assert.Equal(1, facts.GetProperty("probe").GetProperty("auc").GetDouble(), 0.01);
        var normal = facts.GetProperty("classes")[0];
        Assert.Equal("NORMAL", normal.GetProperty("class").GetString());
        Assert.Equal("""{"12":24}""", JsonSerializer.Serialize(normal.GetProperty("bitsInUse")));
    }

    [Fact]
    public async Task Classes_that_are_stored_alike_are_not()
    {
        for (var i = 0; i < OfEach; i++)
        {
            _folder.Write($"NORMAL/n{i}.png", ImageEncoder.GreyPng(64, 64, Pixels(i)));
            _folder.Write($"PNEUMONIA/p{i}.png", ImageEncoder.GreyPng(64, 64, Pixels(100 + i)));
        }

        var json = await CommandLineRun.Of("data", "inspect", "--data", _folder.Path, "--json");

        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(json.Output).RootElement.GetProperty("fileFacts").GetProperty("warning").ValueKind);
    }

    // With and without pneumonia come alike in each class: nothing but the storage tells them.
    private static byte[] Pixels(int seed) => BarredPictures.Phantom(seed, side: 64).Pixels;
}
