using System.Text.Json;
using Microsoft.ML;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Package;
using Pneumonia.Tests.Imaging.Bars;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Commands.Predict;

/// <summary>One X-ray, stored and framed in many ways, is one picture to whoever looks at it.</summary>
[Collection(TrainingCollection.Name)]
public sealed class SamePictureTests(TrainedModelFixture fixture) : IDisposable
{
    private static readonly Margins s_bars = new(90, 20, 110, 24);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Bars_and_bits_move_no_score_and_the_answer_says_what_was_cut_off()
    {
        string[] files = Files();

        var run = await CommandLineRun.Of(["predict", "--model", fixture.Zip, "--json", .. files]);

        Assert.True(run.ExitCode == 0, run.Error);
        var rows = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToArray();
        Assert.All(rows, row => Assert.Equal(Score(rows[0]), Score(row), 2e-3));
        Assert.All(rows, row => Assert.Equal(rows[0].GetProperty("refused").GetBoolean(), row.GetProperty("refused").GetBoolean()));
        Assert.All(rows[..2], row => Assert.Equal(JsonValueKind.Null, row.GetProperty("cropped").ValueKind));
        Assert.All(rows[2..], row => Assert.Equal("""{"left":90,"top":20,"right":110,"bottom":24}""", Compact(row.GetProperty("cropped"))));
    }

    [Fact]
    public void ML_NETs_own_engine_sees_the_same_picture()
    {
        var ml = new MLContext();
        ml.ComponentCatalog.RegisterAssembly(typeof(SavedRadiographMapping).Assembly);
        var chain = ml.Model.Load(fixture.Zip, out _);
        using var disposal = (IDisposable)chain;
        using var engine = ml.Model.CreatePredictionEngine<XRayFile, XRayPrediction>(chain);

        var scores = Files().Select(file => engine.Predict(new XRayFile { ImagePath = file }).Score[1]).ToArray();

        Assert.All(scores, score => Assert.Equal(scores[0], score, 2e-3f));
    }

    [Fact]
    public async Task The_overlay_of_an_explanation_shows_what_is_left()
    {
        var file = Files()[^1];

        var run = await CommandLineRun.Of("explain", "--model", fixture.Zip, file, "--output", _folder.Path, "--map-only");

        Assert.True(run.ExitCode == 0, run.Error);
        var overlay = new RadiographDecoder(asStored: true).DecodeFile(Directory.GetFiles(_folder.Path, "barred12.*.png").Single(name => !name.EndsWith(".map.png", StringComparison.Ordinal)));
        Assert.Equal((256, 256), (overlay.Width, overlay.Height));
        var json = JsonDocument.Parse(await File.ReadAllTextAsync(Directory.GetFiles(_folder.Path, "*.json").Single())).RootElement;
        Assert.Equal(90, json.GetProperty("cropped").GetProperty("left").GetInt32());
    }

    // Plain, in 12 of 16 bits, in bars, in both.
    private string[] Files()
    {
        var (pixels, side) = BarredPictures.Phantom();
        var barred = BarredPictures.Barred(pixels, side, s_bars, 0, withStamp: true);
        return
        [
            _folder.Write("plain.png", ImageEncoder.GreyPng(side, side, pixels)),
            _folder.Write("plain12.png", ImageEncoder.Grey16Png(side, side, Twelve(pixels))),
            _folder.Write("barred.png", ImageEncoder.GreyPng(barred.Width, barred.Height, barred.Pixels)),
            _folder.Write("barred12.png", ImageEncoder.Grey16Png(barred.Width, barred.Height, Twelve(barred.Pixels))),
        ];
    }

    private static ushort[] Twelve(byte[] pixels) => Array.ConvertAll(pixels, level => (ushort)(level * 4095 / 255));

    private static double Score(JsonElement row) => row.GetProperty("positiveProbability").GetDouble();

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
