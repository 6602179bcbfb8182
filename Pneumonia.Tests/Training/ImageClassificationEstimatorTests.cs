using Microsoft.ML;
using Microsoft.ML.Data;
using Pneumonia.Core.Package;
using Pneumonia.Core.Training;
using Pneumonia.Tests.Package;

namespace Pneumonia.Tests.Training;

public sealed class ImageClassificationEstimatorTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trial-");
    private readonly MLContext _ml = new();
    private IReadOnlyList<LabelledImage> _rows = [];

    [Fact]
    public void It_trains_on_the_rows_and_answers_for_them()
    {
        var data = Data();
        var model = _ml.MulticlassClassification.Trainers.ImageClassification(Train).Fit(data);
        using var disposal = (IDisposable)model;
        Assert.Equal(["NORMAL", "VIRUS", "NORMAL"], _rows.Select(row => row.Label));
        Assert.Equal(3, model.Transform(data).GetColumn<float[]>(ModelColumns.Score).Count(score => Math.Abs(score.Sum() - 1) < 1e-5));
    }

    [Fact]
    public void It_stands_in_a_chain_behind_keys_and_before_other_steps()
    {
        var chain = _ml.Transforms.Conversion.MapValueToKey("Label")
            .Append(_ml.MulticlassClassification.Trainers.ImageClassification(Train))
            .Append(_ml.Transforms.CopyColumns("Answer", ModelColumns.PredictedLabel))
            .Append(_ml.Transforms.CopyColumns("Probabilities", ModelColumns.Score));
        var model = chain.Fit(Data());
        using var disposal = (IDisposable)model;
        Assert.Equal(["NORMAL", "VIRUS", "NORMAL"], _rows.Select(row => row.Label));
        Assert.All(model.Transform(Data()).GetColumn<string>("Answer"), answer => Assert.Contains(answer, new[] { "NORMAL", "BACTERIA", "VIRUS" }));
    }

    [Fact]
    public void Columns_may_have_other_names()
    {
        var data = _ml.Transforms.CopyColumns("File", "ImagePath").Append(_ml.Transforms.CopyColumns("Truth", "Label"))
            .Append(_ml.Transforms.DropColumns("ImagePath", "Label")).Fit(Data()).Transform(Data());
        var estimator = _ml.MulticlassClassification.Trainers.ImageClassification(Train, "File", "Truth");
        var model = estimator.Append(_ml.Transforms.CopyColumns("Answer", ModelColumns.PredictedLabel)).Fit(data);
        using var disposal = (IDisposable)model;
        Assert.Equal(3, model.Transform(data).GetColumn<string>("Answer").Count());
    }

    [Fact]
    public void A_missing_or_unfit_column_is_named()
    {
        var missing = Assert.Throws<ArgumentException>(() => _ml.MulticlassClassification.Trainers.ImageClassification(Train, "File").Fit(Data()));
        Assert.Equal("The data has no column File.", missing.Message);
        var unfit = Assert.Throws<ArgumentException>(
            () => _ml.MulticlassClassification.Trainers.ImageClassification(Train, labelColumn: "Number").Fit(Data()));
        Assert.Equal("The column Number holds Single, and text is needed.", unfit.Message);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ITransformer Train(IReadOnlyList<LabelledImage> rows)
    {
        _rows = rows;
        var ml = new MLContext();
        ml.ComponentCatalog.RegisterAssembly(typeof(TrialMapping).Assembly);
        return ml.Model.Load(new MemoryStream(new TrialModel().Zip()), out _);
    }

    private IDataView Data() => _ml.Data.LoadFromEnumerable(new[] { "NORMAL", "VIRUS", "NORMAL" }.Select((label, index) =>
    {
        var path = Path.Combine(_folder.FullName, $"{index}.txt");
        var numbers = Enumerable.Range(0, TrialModel.Width * TrialModel.Height).Select(i => (float)(i % (index + 2)) / 2);
        File.WriteAllText(path, string.Join(' ', numbers));
        return new Row { ImagePath = path, Label = label, Number = index };
    }).ToArray());

    private sealed class Row
    {
        public string ImagePath { get; set; } = "";

        public string Label { get; set; } = "";

        public float Number { get; set; }
    }
}
