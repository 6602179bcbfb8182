using Microsoft.ML;
using Microsoft.ML.Data;
using Pneumonia.Core.Package;

namespace Pneumonia.Tests.Package;

public sealed class ModelChainTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trial-");
    private readonly TrialModel _model = new();

    [Fact]
    public void A_zip_opens_in_ML_NET_and_answers_with_a_label_and_calibrated_probabilities()
    {
        var ml = new MLContext();
        ml.ComponentCatalog.RegisterAssembly(typeof(TrialMapping).Assembly);
        var model = ml.Model.Load(Saved(), out _);
        using var engine = ml.Model.CreatePredictionEngine<XRayFile, XRayPrediction>(model);
        for (var seed = 0; seed < 5; seed++)
        {
            var (path, pixels) = Image(seed);
            var prediction = engine.Predict(new XRayFile { ImagePath = path });
            var expected = _model.Probabilities(pixels);
            Assert.Equal(expected, prediction.Score.Select(value => (double)value), (a, b) => Math.Abs(a - b) < 1e-5);
            Assert.Equal(Verdict(expected), prediction.PredictedLabel);
        }
    }

    [Fact]
    public void The_saved_model_names_its_classes_as_slots_of_the_score_in_their_order()
    {
        var ml = new MLContext();
        ml.ComponentCatalog.RegisterAssembly(typeof(TrialMapping).Assembly);
        var model = ml.Model.Load(Saved(), out var schema);
        using var disposal = (IDisposable)model;
        var output = model.GetOutputSchema(schema);
        VBuffer<ReadOnlyMemory<char>> names = default;
        output[ModelColumns.Score].GetSlotNames(ref names);
        Assert.Equal(["NORMAL", "BACTERIA", "VIRUS"], names.DenseValues().Select(name => name.ToString()));
        Assert.Equal(["ImagePath", "Score", "PredictedLabel"], output.Where(column => !column.IsHidden).Select(column => column.Name));
        Assert.Equal("Vector<Single, 1, 3>", output[ModelColumns.Score].Type.ToString());
        Assert.Equal(["ImagePath"], schema.Select(column => column.Name));
    }

    [Fact]
    public void The_same_chain_saves_the_same_entries_and_the_same_zip()
    {
        var first = _model.Chain().Save();
        Assert.Equal(first.Select(entry => entry.Name), _model.Chain().Save().Select(entry => entry.Name));

        foreach (var (a, b) in first.Zip(_model.Chain().Save()))
        {
            Assert.True(a.Bytes.Span.SequenceEqual(b.Bytes.Span), a.Name);
        }

        Assert.Equal(_model.Zip(), _model.Zip());
    }

    [Fact]
    public void An_image_that_cannot_be_read_is_an_error_and_not_a_score()
    {
        var ml = new MLContext();
        ml.ComponentCatalog.RegisterAssembly(typeof(TrialMapping).Assembly);
        using var engine = ml.Model.CreatePredictionEngine<XRayFile, XRayPrediction>(ml.Model.Load(Saved(), out _));
        Assert.ThrowsAny<Exception>(() => engine.Predict(new XRayFile { ImagePath = Path.Combine(_folder.FullName, "none") }));
    }

    [Fact]
    public void Saving_and_loading_leave_no_temporary_file_behind()
    {
        var temporary = Directory.CreateDirectory(Path.Combine(_folder.FullName, "temporary"));
        var path = Saved();
        var ml = new MLContext { TempFilePath = temporary.FullName };
        ml.ComponentCatalog.RegisterAssembly(typeof(TrialMapping).Assembly);
        var model = ml.Model.Load(path, out _);
        Assert.Single(temporary.GetFileSystemInfos());
        ((IDisposable)model).Dispose();
        Assert.Empty(temporary.GetFileSystemInfos());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Saved()
    {
        var path = Path.Combine(_folder.FullName, "model.zip");
        File.WriteAllBytes(path, _model.Zip());
        return path;
    }

    private (string Path, float[] Pixels) Image(int seed)
    {
        var random = new Random(seed);
        float[] grey = [.. Enumerable.Range(0, TrialModel.Width * TrialModel.Height).Select(_ => random.NextSingle())];
        var path = Path.Combine(_folder.FullName, $"{seed}.txt");
        File.WriteAllText(path, string.Join(' ', grey));
        return (path, [.. grey.Select(value => (value - 0.4f) / 0.25f)]);
    }

    private static string Verdict(double[] p) => p[1] + p[2] < 0.4 ? "NORMAL" : p[1] >= p[2] ? "BACTERIA" : "VIRUS";
}
