using Bunit;
using MudBlazor;
using Pneumonia.Blazor.Components.Training;
using Pneumonia.Blazor.Storage.Training;

namespace Pneumonia.Tests.Blazor.Training;

public sealed class RunListTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private readonly List<TrainingRun> _discarded = [];

    [Theory]
    [InlineData("صور/الصدر")]
    [InlineData("a-rather-long-name-of-a-data-set-0123456789-0123456789-0123456789-0123456789-0123456789")]
    public void A_run_leads_to_its_page_under_the_name_of_its_data(string data)
    {
        var run = MadeRuns.Run(TrainingRunState.Finished, data, epochs: 2);

        var link = Show(run).Find("tbody th a");

        Assert.Equal($"training/{run.Id}", link.GetAttribute("href"));
        Assert.EndsWith(data, link.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TrainingRunState.Queued, "Waiting")]
    [InlineData(TrainingRunState.Running, "Running")]
    [InlineData(TrainingRunState.Failed, "Failed")]
    [InlineData(TrainingRunState.Interrupted, "Interrupted")]
    public void Its_state_is_a_word(TrainingRunState state, string word) => Assert.Equal(word, Show(MadeRuns.Run(state)).Find("tbody td").Text());

    [Fact]
    public void The_one_that_is_looked_at_is_marked()
    {
        TrainingRun[] runs = [MadeRuns.Run(TrainingRunState.Finished), MadeRuns.Run(TrainingRunState.Finished)];

        var marked = Show(runs[1], runs).FindAll("a[aria-current=true]");

        Assert.Equal($"training/{runs[1].Id}", Assert.Single(marked).GetAttribute("href"));
    }

    [Fact]
    public void What_it_made_and_how_good_it_was_stand_in_its_row()
    {
        var version = new string('a', 64);

        var list = Show(MadeRuns.Run(TrainingRunState.Finished, epochs: 2) with { ModelVersion = version });

        Assert.Contains("2 / 3", list.Find("tbody tr").Text(), StringComparison.Ordinal);
        Assert.Contains("0.500", list.Find("tbody tr").Text(), StringComparison.Ordinal);
        Assert.Equal($"models/{version[..16]}", list.Find("a[href^='models/']").GetAttribute("href"));
    }

    [Fact]
    public async Task A_checkpoint_is_discarded_after_a_question_and_then_gone()
    {
        var dialogs = Render<MudDialogProvider>();
        var run = MadeRuns.Run(TrainingRunState.Failed);
        Show(run).Find("td.checkpoint button").Click();
        dialogs.WaitForElement("[role=dialog]");

        await dialogs.FindAll("[role=dialog] button").Single(button => button.Text() == "Discard").ClickAsync();

        Assert.Equal([run], _discarded);
        Assert.Equal("Discarded", Show(run with { DiscardedAt = TestClock.Start }).Find("td.checkpoint").Text());
    }

    private IRenderedComponent<RunList> Show(TrainingRun run) => Show(null, run);

    private IRenderedComponent<RunList> Show(TrainingRun? shown, params TrainingRun[] runs) => Render<RunList>(with => with
        .Add(it => it.Runs, runs)
        .Add(it => it.Shown, shown?.Id)
        .Add(it => it.CanDiscard, new MadeRuns().CanDiscard)
        .Add(it => it.OnDiscard, _discarded.Add));
}
