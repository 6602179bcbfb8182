using Microsoft.ML;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Packaging;
using Pneumonia.Model.Training;
using Pneumonia.Tests.Data;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Lungs;

/// <summary>A model that sees the whole X-ray and the lungs alone, from the training to ML.NET's own chain.</summary>
public sealed class TwoViewModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PhantomFixture _phantoms = new();
    private readonly string _zip;

    public TwoViewModelTests()
    {
        _zip = Path.Combine(_folder.Path, "views.zip");
        var options = LungModelFixture.Options with
        {
            Epoch = 1,
            Network = LungModelFixture.Options.Network with { Preprocessing = new Preprocessing { Width = 64, Height = 128, Lungs = new LungFraming { Side = 128, WithWhole = true } } },
        };
        using var result = new ImageClassificationTrainer(options).Fit(TinyTraining.Images(_phantoms), _phantoms.Data.Classes);
        TrainedModel.Write(result, _zip, ("phantoms", Synthetic: true), PositiveGroup.Of(_phantoms.Data.Classes), DateTimeOffset.UnixEpoch);
    }

    public void Dispose()
    {
        _phantoms.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void It_answers_alike_everywhere_and_its_map_covers_the_whole_image()
    {
        var radiograph = new RadiographDecoder().DecodeFile(_phantoms.Data.Images[0].Path);
        var ml = new MLContext();
        ml.ComponentCatalog.RegisterAssembly(typeof(SavedRadiographMapping).Assembly);
        var chain = ModelZip.Load(_zip, ml, out _);
        using var disposal = (IDisposable)chain;
        using var engine = ml.Model.CreatePredictionEngine<XRayFile, XRayPrediction>(chain);
        using var model = PneumoniaModel.Load(_zip);

        var answer = model.Predict([new PredictionInput(radiograph, WithSaliency: true)])[0];
        var score = engine.Predict(new XRayFile { ImagePath = _phantoms.Data.Images[0].Path }).Score;
        var measured = model.Explain(radiograph, new ExplanationQuestion { Method = "cam" });

        Assert.All(answer.Probabilities.Zip(score), pair => Assert.Equal(pair.First.Probability, pair.Second, 1e-3));
        Assert.Equal(answer.Saliency!.Width, answer.Saliency.Height);
        Assert.InRange(answer.Saliency.Values.ToArray().Max(), 0, 1);
        Assert.True(measured.Quality.IsOfLungs);
    }
}
