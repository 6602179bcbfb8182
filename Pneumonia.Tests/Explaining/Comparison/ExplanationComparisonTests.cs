using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Saliency;
using Pneumonia.Model.Explaining;
using Pneumonia.Model.Explaining.Comparison;
using Pneumonia.Model.Tensors;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Explaining.Comparison;

[Collection(TrainingCollection.Name)]
public sealed class ExplanationComparisonTests(TrainedModelFixture fixture)
{
    [Fact]
    public void Phantoms_come_with_their_boxes_and_the_same_seed_gives_the_same_ones()
    {
        var cases = ComparisonCase.Phantoms(3, seed: 7);

        Assert.All(cases, one => Assert.All(one.Boxes, box => Assert.InRange(box.Area, 1, one.Radiograph.Width * one.Radiograph.Height)));
        Assert.All(cases, one => Assert.NotEmpty(one.Boxes));
        Assert.Equal(cases[2].Radiograph.Pixels.ToArray(), ComparisonCase.Phantoms(3, seed: 7)[2].Radiograph.Pixels.ToArray());
    }

    [Fact]
    public void A_comparison_measures_methods_and_baselines_and_leaves_the_network_alone()
    {
        using var model = TorchModel.Load(fixture.Zip);
        var before = model.Network.Classifier.weight.ToArray<float>();
        var preprocessing = model.Information.Manifest.Preprocessing;
        var comparison = new ExplanationComparison(
            seed => CascadingRandomization.OfCopy(model.Network, seed, preprocessing.Height, preprocessing.Width), new ImagePreparation(preprocessing), _ => 1);
        var options = new ComparisonOptions { Methods = [new ClassActivationMap(), new GradCamPlusPlus()], Checks = 1, Steps = 4 };

        var report = comparison.Run("Synthetic phantoms", ComparisonCase.Phantoms(2, seed: 1), options);

        Assert.Equal(["cam", "grad-cam++", "random", "gaussian"], report.Methods.Select(method => method.Name));
        Assert.Equal((2, 1, 7), (report.Images, report.Checks, report.Stages.Count));
        Assert.All(report.Methods, method =>
        {
            Assert.InRange(method.Deletion.Value, 0, 1);
            Assert.InRange(method.Energy!.Value, 0, 1);
            Assert.Equal(7, method.Randomized.Count);
        });
        var gaussian = report.Methods[^1];
        Assert.Equal(1, gaussian.Randomized[^1].Value, 1e-9);
        Assert.False(WinnerRule.PassesChecks(gaussian));
        Assert.Equal(1, report.Methods[0].SeedCorrelation!.Value, 1e-6);
        Assert.Equal(before, model.Network.Classifier.weight.ToArray<float>());

        var page = ComparisonMarkdown.Render("tiny 1", "cam", "explain evaluate --seed 1", [report]);
        Assert.Contains("    explain evaluate --seed 1\n", page, StringComparison.Ordinal);
        Assert.Contains("| Grad-CAM++ |", page, StringComparison.Ordinal);
        Assert.Contains("| method | fc | layer4 |", page, StringComparison.Ordinal);
    }
}
