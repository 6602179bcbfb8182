using Microsoft.ML;
using Pneumonia.Core;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Training;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Lungs;

/// <summary>A model that sees the lungs alone, from the training to ML.NET's own chain.</summary>
public sealed class LungModelTests(LungModelFixture fixture) : IClassFixture<LungModelFixture>
{
    private readonly RadiographDecoder _decoder = new();

    private string Image => fixture.Phantoms.Data.Images[0].Path;

    [Fact]
    public void An_answer_tells_where_the_lungs_were_found()
    {
        using var model = PneumoniaModel.Load(fixture.Zip);

        var lungs = model.Predict([new PredictionInput(_decoder.DecodeFile(Image))])[0].Lungs;

        Assert.True(lungs!.IsPlausible);
        Assert.InRange(lungs.Area, 0.1, 0.5);
    }

    [Fact]
    public void The_zip_holds_the_network_that_finds_them_byte_by_byte() =>
        Assert.Equal(File.ReadAllBytes(LungModelFixture.Finder), ModelZip.ReadOnnx(fixture.Zip).Lungs);

    [Fact]
    public void ML_NETs_own_engine_answers_as_the_program_does()
    {
        var ml = new MLContext();
        ml.ComponentCatalog.RegisterAssembly(typeof(SavedRadiographMapping).Assembly);
        var chain = ModelZip.Load(fixture.Zip, ml, out _);
        using var disposal = (IDisposable)chain;
        using var engine = ml.Model.CreatePredictionEngine<XRayFile, XRayPrediction>(chain);
        using var model = PneumoniaModel.Load(fixture.Zip);

        var answer = model.Predict([new PredictionInput(_decoder.DecodeFile(Image))])[0];
        var score = engine.Predict(new XRayFile { ImagePath = Image }).Score;

        Assert.All(answer.Probabilities.Zip(score), pair => Assert.Equal(pair.First.Probability, pair.Second, 1e-3));
    }

    [Fact]
    public void A_map_covers_the_whole_image_and_is_nothing_beside_what_the_network_saw()
    {
        using var model = PneumoniaModel.Load(fixture.Zip);
        var radiograph = _decoder.DecodeFile(Image);
        var box = model.Framed(radiograph).Box;

        var map = model.Predict([new PredictionInput(radiograph, WithSaliency: true)])[0].Saliency!;

        var beside = (int)(box.Left * map.Width) - 2;
        Assert.True(beside > 0, $"The lungs begin at {box.Left:0.00}.");
        Assert.All(Enumerable.Range(0, map.Height), y => Assert.Equal(0, map.Values.Span[y * map.Width + beside]));
    }

    [Fact]
    public void A_file_that_finds_no_lungs_is_refused_by_its_name_before_anything_is_read()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("wrong.onnx", ModelZip.ReadOnnx(fixture.Zip).Onnx);
        var options = LungModelFixture.Options with { Network = LungModelFixture.Options.Network with { LungFinder = file } };

        var refusal = Assert.Throws<UserException>(() => new ImageClassificationTrainer(options).Fit(TinyTraining.Images(fixture.Phantoms), fixture.Phantoms.Data.Classes));

        Assert.Equal($"{file}: the lungs' network cannot be read: the ONNX file that should find the lungs is of another kind of network.", refusal.Message);
    }
}
