using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Components.Metrics;
using Pneumonia.Blazor.Hosting;
using Pneumonia.Blazor.Monitoring.Cases;
using Pneumonia.Blazor.Monitoring.Performance;
using Pneumonia.Blazor.Storage.Readings;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Tests.Monitoring;
using Pneumonia.Tests.Storage;

namespace Pneumonia.Tests.Blazor.Metrics;

public sealed class InPracticeTests : RenderingContext, IClassFixture<App>
{
    private readonly TestStore _store;
    private readonly MadeStudies _made = new(1);

    public InPracticeTests(App app)
        : this(app, TestStore.Bare(DatabaseKind.Sqlite, null!))
    {
    }

    private InPracticeTests(App app, TestStore store)
        : base(app, services => services.AddSingleton(new JudgedCaseStore(store.Database))) => _store = store;

    [Fact]
    public async Task Blind_readings_and_open_ones_are_counted_apart_and_without_a_case_there_is_no_rate()
    {
        await _store.Services.PrepareStorageAsync();
        await JudgeAsync(0.9, "PNEUMONIA");
        await JudgeAsync(0.1, "PNEUMONIA");
        await JudgeAsync(0.9, "NORMAL");

        var rows = Show().FindAll("tbody tr").Select(row => row.Children.Select(ElementText.Text).ToArray()).ToArray();

        Assert.Equal("500", rows[0][1]);
        Assert.Equal(["3", "1", "1", "1", "0"], rows[1].Where((_, i) => i is 1 or > 3));
        Assert.StartsWith("50.0%", rows[1][2], StringComparison.Ordinal);
        Assert.Equal(["0", "–", "–"], rows[2][1..4]);
    }

    [Fact]
    public async Task Cases_that_another_model_answered_are_told_and_not_counted()
    {
        await _store.Services.PrepareStorageAsync();
        await JudgeAsync(0.9, "PNEUMONIA", model: "other 12345678");

        var shown = Show();

        Assert.Equal("0", shown.FindAll("tbody tr")[1].Children[1].Text());
        Assert.Equal(2, shown.FindAll("p.on").Count);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_said()
    {
        await Task.Yield();

        Assert.NotEmpty(Show().Find("[role=alert]").Text());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _store.Dispose();
    }

    private IRenderedComponent<InPractice> Show() =>
        Render<InPractice>(with => with.Add(it => it.Model, new ShownModel(KnownModel.Create())).Add(it => it.Threshold, 0.4));

    private async Task JudgeAsync(double score, string label, string? model = null)
    {
        var study = _made.Next(model ?? KnownModel.Title("known"), _store.Clock.GetUtcNow()) with { Score = score };
        await _store.Get<IStudyStore>().AddAsync(study);
        await _store.Get<IReadingStore>().AddAsync(study.Id, label, blind: true);
    }
}
