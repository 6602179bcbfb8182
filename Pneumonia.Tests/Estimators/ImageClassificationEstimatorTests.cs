using Microsoft.ML;
using Microsoft.ML.Data;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Model.Estimators;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Estimators;

[Collection(TrainingCollection.Name)]
public sealed class ImageClassificationEstimatorTests(TrainedModelFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MLContext _ml = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_trains_as_the_trainer_does_and_keeps_the_same_model()
    {
        var told = new List<TrainingPhase>();
        var zip = Path.Combine(_folder.Path, "kept.zip");
        var options = TinyTraining.Options with { MetricsCallback = metrics => told.Add(metrics.Phase) };

        using var model = _ml.MulticlassClassification.Trainers.ImageClassification(options, new EstimatorSettings { Zip = zip }).Fit(Data());

        Assert.Equal(fixture.Information.Version, model.Information.Version);
        Assert.Equal(fixture.Information.Calibration.Temperature, model.Information.Calibration.Temperature);
        Assert.Equal(model.Information.Version, ModelZip.ReadInformation(zip).Version);
        Assert.Equal(TinyTraining.Options.Epoch, told.Count(phase => phase == TrainingPhase.Epoch));
    }

    [Fact]
    public void In_a_chain_behind_keys_and_images_that_ML_NET_loaded_it_answers_with_the_classes_as_slot_names_and_can_be_saved()
    {
        var chain = _ml.Transforms.CopyColumns("File", "ImagePath")
            .Append(_ml.Transforms.LoadImages("Image", fixture.Phantoms.Root, "ImagePath"))
            .Append(_ml.Transforms.Conversion.MapValueToKey("Label"))
            .Append(_ml.Transforms.DropColumns("ImagePath", "Image"))
            .Append(_ml.MulticlassClassification.Trainers.ImageClassification(
                TinyTraining.Options with { Epoch = 1 }, new EstimatorSettings { ImagePathColumn = "File", PositiveClasses = ["PNEUMONIA"] }))
            .Append(_ml.Transforms.CopyColumns("Answer", ModelColumns.PredictedLabel));
        var data = Data();
        using var fitted = (IDisposable)chain.Fit(data);
        var answers = ((ITransformer)fitted).Transform(data);

        VBuffer<ReadOnlyMemory<char>> names = default;
        answers.Schema[ModelColumns.Score].GetSlotNames(ref names);
        Assert.Equal(["NORMAL", "PNEUMONIA"], names.DenseValues().Select(name => name.ToString()));
        Assert.All(answers.GetColumn<float[]>(ModelColumns.Score), score => Assert.Equal(1, score.Sum(), 1e-5));

        var saved = Path.Combine(_folder.Path, "chain.zip");
        _ml.Model.Save((ITransformer)fitted, data.Schema, saved);
        _ml.ComponentCatalog.RegisterAssembly(typeof(SavedRadiographMapping).Assembly);
        var loaded = _ml.Model.Load(saved, out _);
        using var disposal = (IDisposable)loaded;
        Assert.Equal(answers.GetColumn<string>("Answer"), loaded.Transform(data).GetColumn<string>("Answer"));
    }

    [Fact]
    public void A_missing_or_unfit_column_is_named()
    {
        Assert.Equal("The data has no column File.", Refusal(new EstimatorSettings { ImagePathColumn = "File" }));
        Assert.Equal("The column Number holds Single, and text is needed.", Refusal(new EstimatorSettings { LabelColumn = "Number" }));
    }

    [Fact]
    public void The_same_patients_are_held_out_whether_a_column_or_the_files_names_tell_them()
    {
        using var named = Estimator().Train(Data());
        using var unnamed = Estimator().Train(_ml.Transforms.DropColumns("Patient").Fit(Data()).Transform(Data()));

        Assert.Equal(fixture.Result.HeldOut.Select(image => image.Path), named.HeldOut.Select(image => image.Path));
        Assert.Equal(named.HeldOut.Select(image => image.Path), unnamed.HeldOut.Select(image => image.Path));
    }

    private ImageClassificationEstimator Estimator() =>
        _ml.MulticlassClassification.Trainers.ImageClassification(TinyTraining.Options with { Epoch = 1 });

    private string Refusal(EstimatorSettings settings) => Assert.Throws<ArgumentException>(
        () => _ml.MulticlassClassification.Trainers.ImageClassification(TinyTraining.Options, settings).Fit(Data())).Message;

    private IDataView Data() => _ml.Data.LoadFromEnumerable(TinyTraining.Images(fixture.Phantoms).Select(image => new Row
    {
        ImagePath = image.Path, Label = image.Class, Patient = image.Patient, Number = 1,
    }).ToArray());

    private sealed class Row
    {
        public string ImagePath { get; set; } = "";

        public string Label { get; set; } = "";

        public string Patient { get; set; } = "";

        public float Number { get; set; }
    }
}
