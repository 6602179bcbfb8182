using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Components.Drift;
using Pneumonia.Blazor.Hosting;
using Pneumonia.Blazor.Monitoring.Drift;
using Pneumonia.Blazor.Monitoring.Performance;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Tests.Monitoring;
using Pneumonia.Tests.Storage;

namespace Pneumonia.Tests.Blazor.Drift;

public sealed class DriftPanelTests : RenderingContext, IClassFixture<App>
{
    private readonly TestStore _store;

    public DriftPanelTests(App app)
        : this(app, TestStore.Bare(DatabaseKind.Sqlite, null!))
    {
    }

    private DriftPanelTests(App app, TestStore store)
        : base(app, services => services.AddSingleton(new DriftMonitor(new ArrivalStore(store.Database), store.Clock))) => _store = store;

    [Fact]
    public async Task What_has_moved_is_said_in_a_sentence_and_drawn_first()
    {
        await ReceiveAsync(DriftMonitor.FewestStudies, brighter: 0.12);

        var panel = Show();

        Assert.Contains("Brightness", panel.Find("[role=alert] li").Text(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Brightness", panel.Find("button[aria-pressed=true]").Text(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Another_feature_is_drawn_when_its_name_is_pressed()
    {
        await ReceiveAsync(2);
        var panel = Show();
        var name = panel.FindAll("tbody th button")[2].Text();

        panel.FindAll("tbody th button")[2].Click();

        Assert.Equal(name, panel.Find("button[aria-pressed=true]").Text());
    }

    [Fact]
    public async Task Of_a_few_studies_nothing_is_judged()
    {
        await ReceiveAsync(2, brighter: 0.3);

        var panel = Show();

        Assert.Empty(panel.FindAll("[role=alert]"));
        Assert.Contains($"{DriftMonitor.FewestStudies}", panel.Find("[role=status]").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_knows_no_reference_is_named()
    {
        await ReceiveAsync(2);

        var panel = Show(new ShownModel(KnownModel.Create(evaluation: KnownModel.Evaluate() with { Reference = null })));

        Assert.Contains(KnownModel.Title("known"), panel.Find("[role=status]").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_cannot_be_read_is_said() => Assert.NotEmpty(Show().Find("[role=alert]").Text());

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _store.Dispose();
    }

    private IRenderedComponent<DriftPanel> Show(ShownModel? model = null) =>
        Render<DriftPanel>(with => with.Add(it => it.Model, model ?? new ShownModel(KnownModel.Create())));

    private async Task ReceiveAsync(int count, double brighter = 0)
    {
        await _store.Services.PrepareStorageAsync();
        var made = new MadeStudies(2);
        for (var i = 0; i < count; i++)
        {
            await _store.Get<IStudyStore>().AddAsync(made.Next(KnownModel.Title("known"), _store.Clock.GetUtcNow(), brighter));
        }
    }
}
