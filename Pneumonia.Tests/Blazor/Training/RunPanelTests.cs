using Bunit;
using Pneumonia.Blazor.Components.Training;
using Pneumonia.Blazor.Storage.Training;
using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Tests.Blazor.Training;

public sealed class RunPanelTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private readonly List<string> _asked = [];

    [Fact]
    public void A_run_that_waits_can_be_cancelled_and_draws_nothing()
    {
        var panel = Show(MadeRuns.Run(TrainingRunState.Queued));

        panel.Find("button:contains('Cancel')").Click();

        Assert.Equal(["cancel"], _asked);
        Assert.Empty(panel.FindAll("figure, [role=progressbar]"));
    }

    [Fact]
    public void A_run_that_goes_on_tells_how_far_it_is_within_its_epoch()
    {
        var panel = Show(MadeRuns.Run(TrainingRunState.Running, epochs: 1), new ImageClassificationMetrics
        {
            Phase = TrainingPhase.Training, Epoch = 2, Epochs = 3, Done = 5, Total = 10, ImagesPerSecond = 20, Remaining = TimeSpan.FromMinutes(2),
        });

        Assert.Equal("50", panel.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
        Assert.Contains("20", panel.Find(".digits").Text(), StringComparison.Ordinal);
        Assert.Equal(2, panel.FindAll("figure").Count);
    }

    [Fact]
    public void A_run_that_was_interrupted_goes_on_where_it_stood()
    {
        var panel = Show(MadeRuns.Run(TrainingRunState.Interrupted, epochs: 2));

        panel.Find("button:contains('2')").Click();

        Assert.Equal(["resume"], _asked);
    }

    [Fact]
    public void A_run_that_is_done_leads_to_its_model()
    {
        var version = new string('a', 64);

        var panel = Show(MadeRuns.Run(TrainingRunState.Finished, epochs: 3) with { ModelVersion = version });

        Assert.Equal($"models/{version[..16]}", panel.Find("a").GetAttribute("href"));
    }

    private IRenderedComponent<RunPanel> Show(TrainingRun run, ImageClassificationMetrics? progress = null) => Render<RunPanel>(with => with
        .Add(it => it.Run, run)
        .Add(it => it.Progress, progress)
        .Add(it => it.OnCancel, () => _asked.Add("cancel"))
        .Add(it => it.OnResume, () => _asked.Add("resume")));
}
