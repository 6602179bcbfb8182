using Microsoft.ML;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving;
using Pneumonia.Tests.Serving;

namespace Pneumonia.Tests.Packaging;

/// <summary>Children and adults judged apart, from the training to ML.NET's own chain.</summary>
public sealed class AdultModelTests(AdultModelFixture fixture) : IClassFixture<AdultModelFixture>
{
    private readonly RadiographDecoder _decoder = new();

    [Fact]
    public void The_hold_out_has_patients_of_both_and_each_is_measured_apart()
    {
        var adults = fixture.HeldOut.Where(image => image.Facts!.Population == Population.Adults).ToList();

        Assert.InRange(adults.Count, 4, fixture.HeldOut.Count - 4);
        Assert.Equal(adults.Count, fixture.Information.Adults!.Evaluation.Count);
        Assert.Equal(fixture.HeldOut.Count - adults.Count, fixture.Information.Evaluation.Count);
        Assert.NotNull(fixture.Information.Adults.Evaluation.AucWithinViews);
        Assert.Contains("## Adults", fixture.Information.ModelCard, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_that_was_read_judges_adults_as_the_one_that_was_written()
    {
        var read = ModelZip.ReadInformation(fixture.Zip).Adults!;

        Assert.Equal(fixture.Information.Adults!.Calibration.Temperature, read.Calibration.Temperature);
        Assert.Equal(fixture.Information.Adults.Probe.Weights.Bytes, read.Probe.Weights.Bytes);
    }

    [Fact]
    public void A_known_age_stands_above_the_image_and_chooses_the_calibration()
    {
        using var model = PneumoniaModel.Load(Apart());
        var radiograph = _decoder.DecodeFile(fixture.Images[0].Path);

        var answers = model.Predict([new PredictionInput(radiograph, Age: 4), new PredictionInput(radiograph, Age: 18), new PredictionInput(radiograph)]);

        Assert.Equal((Population.Children, null), (answers[0].Population!.Population, answers[0].Population!.Probability));
        Assert.Equal(Population.Adults, answers[1].Population!.Population);
        Assert.NotNull(answers[2].Population!.Probability);
        Assert.Equal(fixture.Information.Calibration.DefaultPoint.Threshold, answers[0].Threshold);
        Assert.Equal(0.123, answers[1].Threshold);
        Assert.NotEqual(answers[0].PositiveProbability, answers[1].PositiveProbability);
    }

    [Fact]
    public void Of_a_few_adults_nothing_is_ruled_in_or_out_and_the_reason_is_told()
    {
        using var model = PneumoniaModel.Load(fixture.Zip);

        var answer = model.Predict([new PredictionInput(_decoder.DecodeFile(fixture.Images[0].Path), Age: 60)])[0];

        Assert.Equal((Triage.CannotSay, CannotSayReason.TooFewPatients), (answer.Triage, answer.CannotSay));
    }

    [Fact]
    public void Where_the_image_hardly_tells_whose_it_is_nothing_is_ruled_in_or_out()
    {
        Assert.False(new PopulationFinding(Population.Adults, 0.7).IsSure);
        Assert.True(new PopulationFinding(Population.Adults, 0.9).IsSure);
        Assert.True(new PopulationFinding(Population.Children, null).IsSure);
    }

    [Fact]
    public void ML_NETs_own_engine_answers_by_the_same_calibration()
    {
        var zip = Apart();
        var ml = new MLContext();
        ml.ComponentCatalog.RegisterAssembly(typeof(SavedRadiographMapping).Assembly);
        var chain = ModelZip.Load(zip, ml, out _);
        using var disposal = (IDisposable)chain;
        using var engine = ml.Model.CreatePredictionEngine<XRayFile, XRayPrediction>(chain);
        using var model = PneumoniaModel.Load(zip);
        var seen = new HashSet<Population>();

        foreach (var image in fixture.Images)
        {
            var own = engine.Predict(new XRayFile { ImagePath = image.Path });
            var answer = model.Predict([new PredictionInput(_decoder.DecodeFile(image.Path))])[0];
            seen.Add(answer.Population!.Population);
            Assert.Equal(answer.Label, own.PredictedLabel);
            Assert.All(answer.Probabilities.Zip(own.Score), pair => Assert.Equal(pair.First.Probability, pair.Second, 1e-3));
        }

        Assert.Equal(2, seen.Count);
    }

    // So few phantoms give both populations nearly the same calibration: here adults have a very different one.
    private string Apart()
    {
        var zip = Path.Combine(Path.GetDirectoryName(fixture.Zip)!, $"apart-{Guid.NewGuid():N}.zip");
        var adults = fixture.Information.Adults!;
        Rewritten.Write(zip, fixture.Information with
        {
            Adults = adults with
            {
                Calibration = adults.Calibration with
                {
                    Temperature = 7,
                    Bias = [0.4, -0.4],
                    OperatingPoints = [.. adults.Calibration.OperatingPoints.Select(point => point with { Threshold = 0.123 })],
                },
            },
        }, ModelZip.Read(fixture.Zip).Weights);
        return zip;
    }
}
