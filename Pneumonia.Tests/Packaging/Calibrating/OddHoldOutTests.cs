using Pneumonia.Blazor.Monitoring.Performance;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Model.Packaging.Calibrating;
using Pneumonia.Model.Packaging.Card;
using Pneumonia.Model.Training;
using Pneumonia.Tests.Package;

namespace Pneumonia.Tests.Packaging.Calibrating;

/// <summary>Whatever the held-out images are, the network is written, with what could be fitted, and the rest is named.</summary>
public sealed class OddHoldOutTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Each answer with each layout; how many images and classes, the seed says.</summary>
    public static TheoryData<string, string, int, int> Cases
    {
        get
        {
            var (data, random) = (new TheoryData<string, string, int, int>(), new Random(11));
            foreach (var (answers, layout) in OddHoldOut.Answers.SelectMany(_ => OddHoldOut.Layouts, (answers, layout) => (answers, layout)))
            {
                data.Add(answers, layout, 4, 2);
                data.Add(answers, layout, random.Next(5, 40), 2);
                data.Add(answers, layout, random.Next(6, 201), 3);
            }

            return data;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_network_is_written_with_a_threshold_and_everywhere_read(string answers, string layout, int images, int classes)
    {
        var zip = Path.Combine(_folder.Path, "odd.zip");
        Write(OddHoldOut.Create(images, classes, answers, layout, seed: images), zip);

        var read = ModelZip.ReadInformation(zip);

        Assert.InRange(read.Calibration.DefaultPoint.Threshold, 0, 1);
        Assert.Equal(read.Calibration.DefaultPoint.Threshold, read.Evaluation.Threshold);
        Assert.All(read.Manifest.Omissions ?? [], omission => Assert.EndsWith(".", omission.Why, StringComparison.Ordinal));
        Assert.All(read.Manifest.Omissions ?? [], omission => Assert.Contains($"- {omission.What}: {omission.Why}", read.ModelCard, StringComparison.Ordinal));
        Assert.DoesNotContain(read.Manifest.Omissions ?? [], omission => omission.Why.Contains("not foreseen", StringComparison.Ordinal));
        var shown = new ShownModel(read);
        Assert.InRange(shown.HeldOutPrevalence, 0.001, 0.999);
        foreach (var curve in new[] { shown.PrecisionRecall(0.3), shown.Reliability(0.3), shown.NetBenefit(0.3) })
        {
            Assert.All(curve, point => Assert.True(double.IsFinite(point.X) && double.IsFinite(point.Y)));
        }
    }

    [Fact]
    public void What_many_ordinary_images_allow_is_all_there()
    {
        var omissions = new Omissions();
        var (calibration, _) = HeldOutCalibration.Fit(MadeResult.Create(), new PositiveGroup("PNEUMONIA", ["PNEUMONIA"]), omitted: omissions);

        Assert.Empty(omissions.All);
        Assert.Equal(["balanced", "rule-out", "rule-in"], calibration.OperatingPoints.Select(point => point.Name));
    }

    [Fact]
    public void A_threshold_that_no_score_reaches_is_left_out_alone_and_said()
    {
        List<string> log = [];
        var omissions = new Omissions(log.Add);

        // Certain of the wrong class as often as of the right one: normal images score 1.
        var result = OddHoldOut.Create(60, 2, "noise", "ownPatients", seed: 3);
        for (var i = 0; i < result.HeldOutLogits.Length; i++)
        {
            result.HeldOutLogits[i] = i % 3 == 0 ? [0, 0] : [0, 1e6f];
        }

        var (calibration, _) = HeldOutCalibration.Fit(result, new PositiveGroup("PNEUMONIA", ["PNEUMONIA"]), omitted: omissions);

        Assert.Equal(["balanced", "rule-out"], calibration.OperatingPoints.Select(point => point.Name));
        Assert.Equal("operating point rule-in", Assert.Single(omissions.All, omission => omission.What.StartsWith("operating point", StringComparison.Ordinal)).What);
        Assert.Contains(log, line => line.StartsWith("left out of the model: operating point rule-in. ", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_one_class_is_missing_a_half_decides_and_is_named_so()
    {
        var omissions = new Omissions();

        var (calibration, evaluation) = HeldOutCalibration.Fit(
            OddHoldOut.Create(20, 2, "noise", "oneClass", seed: 1), new PositiveGroup("PNEUMONIA", ["PNEUMONIA"]), omitted: omissions);

        Assert.Equal(("default-0.5", 0.5, 1.0, null), (calibration.Default, calibration.DefaultPoint.Threshold, calibration.Temperature, calibration.Prevalence));
        Assert.Contains("there was too little to measure on", evaluation.Data, StringComparison.Ordinal);
        Assert.Contains(omissions.All, omission => omission.What == "calibration");
    }

    [Fact]
    public void Of_a_fit_that_is_cut_short_nothing_is_remembered() =>
        Assert.Throws<OperationCanceledException>(() => new Omissions().Try<string>("anything", () => throw new OperationCanceledException()));

    private static void Write(TrainingResult result, string zip)
    {
        var positive = PositiveGroup.Of(result.Classes, []);
        var omissions = new Omissions();
        var (calibration, evaluation) = HeldOutCalibration.Fit(result, positive, omitted: omissions);
        var manifest = SampleModel.Information().Manifest with
        {
            Classes = result.Classes, PositiveClass = positive.Name, PositiveClasses = positive.Classes, Omissions = omissions.All.Count > 0 ? omissions.All : null,
        };
        ModelZip.Write(
            zip, new ModelInformation(manifest, calibration, evaluation, ModelCard.Write(manifest, calibration, evaluation)), SampleModel.Weights,
            TinyGraph.Of(manifest, calibration));
    }
}
