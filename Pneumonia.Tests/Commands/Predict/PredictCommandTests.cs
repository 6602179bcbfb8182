using System.Text.Json;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Commands.Predict;

[Collection(TrainingCollection.Name)]
public sealed class PredictCommandTests(TrainedModelFixture fixture)
{
    [Fact]
    public async Task One_bad_file_among_many_has_its_own_row_and_the_exit_code_says_so()
    {
        using var folder = new TemporaryFolder();
        var bad = folder.Write("bad.png", [1, 2, 3]);
        var good = fixture.Phantoms.Data.Images.Take(2).Select(image => image.Path).ToArray();

        var run = await CommandLineRun.Of("predict", "--model", fixture.Zip, good[0], bad, good[1], "--json");

        Assert.Equal(1, run.ExitCode);
        var rows = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToArray();
        Assert.Equal([good[0], bad, good[1]], rows.Select(row => row.GetProperty("file").GetString()));
        Assert.Contains("bad.png", rows[1].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("label").ValueKind);
        foreach (var row in rows.Where(row => row.GetProperty("error").ValueKind == JsonValueKind.Null))
        {
            var probabilities = row.GetProperty("probabilities");
            var (normal, pneumonia) = (probabilities.GetProperty("NORMAL").GetDouble(), probabilities.GetProperty("PNEUMONIA").GetDouble());
            Assert.Equal(1, normal + pneumonia, 6);
            Assert.Equal(pneumonia >= row.GetProperty("threshold").GetDouble() ? "PNEUMONIA" : "NORMAL", row.GetProperty("label").GetString());
            Assert.Contains(fixture.Information.Version, row.GetProperty("model").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_lacks_only_its_end_mark_is_judged_with_a_note()
    {
        using var folder = new TemporaryFolder();
        var image = new RadiographDecoder().DecodeFile(fixture.Phantoms.Data.Images[0].Path).ToGrey8(128);
        var jpeg = ImageEncoder.GreyJpeg(image.Width, image.Height, image.Pixels.Span, quality: 90);
        var (unmarked, cut) = (folder.Write("unmarked.jpg", jpeg[..^2]), folder.Write("cut.jpg", jpeg[..^20]));

        var json = await CommandLineRun.Of("predict", "--model", fixture.Zip, unmarked, cut, "--json");
        var table = await CommandLineRun.Of("predict", "--model", fixture.Zip, unmarked);

        var rows = JsonDocument.Parse(json.Output).RootElement;
        Assert.Contains("end-missing", rows[0].GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()));
        Assert.False(rows[0].GetProperty("refused").GetBoolean());
        Assert.Contains("cut.jpg: the image is damaged or cut short", rows[1].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("(end-missing)", table.Output, StringComparison.Ordinal);
        Assert.Equal(0, table.ExitCode);
    }

    [Fact]
    public async Task A_row_says_what_it_is_good_for_and_what_such_a_score_has_meant()
    {
        var image = fixture.Phantoms.Data.Images[0].Path;

        var json = await CommandLineRun.Of("predict", "--model", fixture.Zip, image, "--json");
        var table = await CommandLineRun.Of("predict", "--model", fixture.Zip, image);

        // A few phantoms are too few for any promise.
        var row = JsonDocument.Parse(json.Output).RootElement[0];
        Assert.Equal("cannotSay", row.GetProperty("triage").GetString());
        Assert.True(row.GetProperty("meaning").GetProperty("from").GetDouble() <= row.GetProperty("positiveProbability").GetDouble());
        Assert.Contains("cannot say", table.Output, StringComparison.Ordinal);
        Assert.Contains("too few like it (n = ", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probabilities_move_to_the_prevalence_asked_for_and_the_verdict_stays()
    {
        var image = fixture.Phantoms.Data.Images[0].Path;

        var own = await CommandLineRun.Of("predict", "--model", fixture.Zip, image, "--json");
        var moved = await CommandLineRun.Of("predict", "--model", fixture.Zip, image, "--json", "--prevalence", "0.02");
        var wrong = await CommandLineRun.Of("predict", "--model", fixture.Zip, image, "--prevalence", "2");

        var (before, after) = (JsonDocument.Parse(own.Output).RootElement[0], JsonDocument.Parse(moved.Output).RootElement[0]);
        var score = before.GetProperty("positiveProbability").GetDouble();
        Assert.Equal(fixture.Information.Calibration.AtPrevalence(score, 0.02), after.GetProperty("positiveProbability").GetDouble(), 1e-9);
        Assert.Equal(0.02, after.GetProperty("prevalence").GetDouble());
        Assert.Equal(before.GetProperty("label").GetString(), after.GetProperty("label").GetString());
        Assert.Equal("error: --prevalence 2: must be more than 0 and less than 1.", wrong.FailedWithOneLine());
    }

    [Fact]
    public async Task Saliency_pictures_are_written_beside_each_other()
    {
        using var folder = new TemporaryFolder();
        var image = fixture.Phantoms.Data.InSplits(Split.Train)[0].Path;
        var twin = folder.Write("other/" + Path.GetFileName(image), File.ReadAllBytes(image));

        var run = await CommandLineRun.Of("predict", "--model", fixture.Zip, image, twin, "--saliency", Path.Combine(folder.Path, "maps"));

        Assert.Equal(0, run.ExitCode);
        var pictures = Directory.GetFiles(Path.Combine(folder.Path, "maps"));
        Assert.Equal(2, pictures.Length);
        Assert.All(pictures, picture => Assert.Equal(RadiographFormat.Png, new RadiographDecoder().DecodeFile(picture).Format));
    }
}
