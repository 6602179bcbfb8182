using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Compare;
using Pneumonia.Tests.Statistics;
using Spectre.Console;

namespace Pneumonia.Tests.Studies.Compare;

public sealed class ModelComparisonTests
{
    private static readonly ModelComparison s_made = Make();

    [Fact]
    public void Differences_have_the_intervals_of_an_independent_paired_bootstrap()
    {
        var expected = Assert.Single(StatisticsReference.Of("paired")).GetProperty("differences");

        foreach (var (name, figure) in new[]
        {
            ("auc", s_made.Differences.Auc), ("sensitivity", s_made.Differences.Sensitivity), ("specificity", s_made.Differences.Specificity),
            ("brier", s_made.Differences.Brier), ("logLoss", s_made.Differences.LogLoss),
        })
        {
            var numbers = expected.Numbers(name);
            var tolerance = 0.12 * (numbers[2] - numbers[1]);
            Assert.Equal(numbers[0], figure.Value, 1e-9);
            Assert.Equal(numbers[1], figure.Low, tolerance);
            Assert.Equal(numbers[2], figure.High, tolerance);
        }
    }

    [Fact]
    public void Agreements_count_every_image_once_and_give_the_rates_and_mcnemars_test()
    {
        var (positives, negatives) = (s_made.Positives, s_made.Negatives);

        Assert.Equal(s_made.Count, Sum(positives) + Sum(negatives));
        Assert.Equal((positives.BothRight + positives.FirstOnly) / (double)Sum(positives), s_made.First.Sensitivity.Value, 1e-12);
        Assert.Equal((negatives.BothRight + negatives.SecondOnly) / (double)Sum(negatives), s_made.Second.Specificity.Value, 1e-12);
        Assert.Equal(McNemarTest.Of(positives.FirstOnly, positives.SecondOnly), s_made.SensitivityTest);
        Assert.Equal(McNemarTest.Of(negatives.FirstOnly, negatives.SecondOnly), s_made.SpecificityTest);
        Assert.True(positives.FirstOnly > 0 && negatives.SecondOnly > 0 && positives.BothWrong > 0);
    }

    [Fact]
    public void A_model_compared_with_itself_differs_in_nothing()
    {
        var images = StatisticsReference.Named("deLong", "several images each").Images();

        var same = ModelComparison.Of(("a", 0.5, images), ("b", 0.5, images), "data", "PNEUMONIA", seed: 0);

        Assert.Equal(new Estimate(0, 0, 0), same.Differences.Auc);
        Assert.Equal((1, 1, 1), (same.DeLong!.P, same.SensitivityTest.ExactP, same.SpecificityTest.ExactP));
    }

    [Fact]
    public void The_tables_show_both_models_the_differences_and_the_tests()
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No });
        console.Profile.Width = 240;

        console.Write(ComparisonTables.Render(s_made));

        var text = writer.ToString();
        Assert.Contains("A: first 11111111, from 0.500 up. B: second 22222222, from 0.400 up.", text, StringComparison.Ordinal);
        Assert.Contains($"{s_made.Differences.Auc.Value:0.0000} ({s_made.Differences.Auc.Low:0.0000} to {s_made.Differences.Auc.High:0.0000})", text, StringComparison.Ordinal);
        Assert.Contains($"{s_made.DeLong!.P:0.0000} (DeLong)", text, StringComparison.Ordinal);
        Assert.Contains("Calibration slope", text, StringComparison.Ordinal);
    }

    private static int Sum(Agreement agreement) => agreement.BothRight + agreement.FirstOnly + agreement.SecondOnly + agreement.BothWrong;

    private static ModelComparison Make()
    {
        var images = StatisticsReference.Named("deLong", "several images each");
        return ModelComparison.Of(
            ("first 11111111", 0.5, images.Images()), ("second 22222222", 0.4, images.Images(model: 1)), "data", "PNEUMONIA", seed: 5);
    }
}
