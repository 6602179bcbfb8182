using Bunit;
using Pneumonia.Blazor.Components.Models;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Reports;

namespace Pneumonia.Tests.Blazor.Models;

public sealed class AdultsSectionTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void It_tells_how_adults_are_known_and_that_too_few_were_held_out_for_a_promise()
    {
        var information = FakeInformation.Create();
        var adults = new AdultJudgement
        {
            Probe = new LinearHead(["Children", "Adults"], FloatMatrix.Of(2, 1, [0, 1]), [0, 0]),
            ProbeFigures = new PopulationFigures(new(0.985, 0.97, 0.99), new(0.941, 0.81, 0.98)),
            Learned = new PatientGroupSize(186, 133),
            Calibration = information.Calibration with { Triage = new TriageLimits(new RiskBound(null, 0.01, 12), new RiskBound(null, 0.02, 15)) },
            Evaluation = information.Evaluation with { Count = 34, Patients = 24, AucWithinViews = new(0.86, 0.7, 0.97) },
        };

        var text = Render<AdultsSection>(with => with.Add(it => it.Adults, adults)).Text();

        Assert.Contains("learned from 186 images of 133 adults", text, StringComparison.Ordinal);
        Assert.Contains("rightly for 94.1% of the held-out adults’ images and 98.5% of the held-out children’s", text, StringComparison.Ordinal);
        Assert.Contains("Within a view", text, StringComparison.Ordinal);
        Assert.Contains("0.860", text, StringComparison.Ordinal);
        Assert.Contains("99", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_to_expect_elsewhere_has_its_intervals_and_says_how_few_images_carry_it()
    {
        var figures = new ReweightedFigures(
            new(0.985, 0.96, 0.995), new(0.94, 0.9, 0.97), new(0.95, 0.88, 0.99), new(0.03, 0.02, 0.06), new(0.2, 0.1, 0.3), 101.4, 27.2);

        var page = Render<ElsewhereSection>(with => with.Add(it => it.Figures, figures));

        Assert.Contains("together they count as 101 positive and 27 negative ones", page.Text(), StringComparison.Ordinal);
        Assert.Equal(["Area under the ROC curve", "0.985"], page.FindAll("tbody tr")[0].Children.Take(2).Select(ElementText.Text));
        Assert.Equal(5, page.FindAll("tbody tr").Count);
    }
}
