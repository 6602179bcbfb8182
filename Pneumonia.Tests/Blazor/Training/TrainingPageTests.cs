using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Pneumonia.Blazor.Components.Pages;
using Pneumonia.Blazor.Storage.Training;
using Pneumonia.Blazor.Trainings;

namespace Pneumonia.Tests.Blazor.Training;

public sealed class TrainingPageTests : RenderingContext, IClassFixture<App>
{
    private readonly Holder _holder;

    public TrainingPageTests(App app)
        : this(app, new Holder())
    {
    }

    private TrainingPageTests(App app, Holder holder)
        : base(app, services => services.AddScoped(_ => holder.Runs)) => _holder = holder;

    [Fact]
    public void While_the_runs_are_read_their_places_are_shown()
    {
        var gate = new TaskCompletionSource();
        var page = Show(new MadeRuns(MadeRuns.Run(TrainingRunState.Finished)) { Gate = gate.Task });

        Assert.NotEmpty(page.FindAll(".mud-skeleton"));
        gate.SetResult();
        page.WaitForElement("tbody tr");
    }

    [Fact]
    public void Where_nothing_was_trained_it_says_so() =>
        Assert.Contains("Nothing has been trained here yet.", Show(new MadeRuns()).Find(".mud-alert").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Runs_that_cannot_be_read_are_said() =>
        Assert.Contains("The runs cannot be read.", Show(new MadeRuns { IsDown = true }).Find("[role=status] .mud-alert").TextContent, StringComparison.Ordinal);

    [Fact]
    public void The_run_that_goes_on_is_shown_with_how_far_it_is()
    {
        var page = Show(new MadeRuns(
            MadeRuns.Run(TrainingRunState.Failed, "مجموعة/بيانات"), MadeRuns.Run(TrainingRunState.Running, epochs: 2)));

        Assert.Equal("Running", page.Find(".panel .state").TextContent);
        Assert.Equal("66.7", page.Find(".panel [role=progressbar]").GetAttribute("aria-valuenow"));
        Assert.Contains("مجموعة/بيانات", page.Find("tbody th bdi").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_failed_says_why() => Assert.Contains(
        "the disk is full.",
        Show(new MadeRuns(MadeRuns.Run(TrainingRunState.Failed, error: "the disk is full"))).Find(".panel .mud-alert").TextContent,
        StringComparison.Ordinal);

    [Fact]
    public async Task A_run_that_was_cancelled_is_resumed_from_where_that_is_told()
    {
        var notices = Render<MudSnackbarProvider>();
        var page = Show(new MadeRuns(MadeRuns.Run(TrainingRunState.Running)));

        await page.Find(".panel button:contains('Cancel')").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("Cancelled", page.Find(".panel .state").TextContent));
        notices.WaitForElement("button:contains('Resume')");
        await notices.Find("button:contains('Resume')").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal("Waiting", page.Find(".panel .state").TextContent));
    }

    private IRenderedComponent<TrainingPage> Show(MadeRuns runs)
    {
        _holder.Runs = runs;
        Render<MudPopoverProvider>();
        return Render<TrainingPage>();
    }

    private sealed class Holder
    {
        public ITrainingRuns Runs { get; set; } = new MadeRuns();
    }
}
