using Pneumonia.Blazor.Monitoring.Drift;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Package;
using Pneumonia.Tests.Storage;

namespace Pneumonia.Tests.Monitoring.Drift;

[Collection(StorageCollection.Name)]
public sealed class DriftMonitorTests(PostgresServer postgres)
{
    private static readonly string s_model = KnownModel.Title("known");

    private readonly MadeStudies _made = new(2);

    [Theory, OnSqlite, OnPostgres]
    public async Task Studies_like_those_held_out_raise_no_alert(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        await ReceiveAsync(store, 200);

        var report = await ReportAsync(store);

        Assert.Equal(200, report.Studies);
        Assert.Empty(report.Moved);
        Assert.Equal(
            [("score", FeatureState.Stable), ("brightness", FeatureState.Stable), ("contrast", FeatureState.Stable),
             ("sharpness", FeatureState.Stable), ("aspectRatio", FeatureState.Stable), ("megapixels", FeatureState.Constant)],
            report.Features.Select(feature => (feature.Name, feature.State)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Brighter_images_are_named_once_enough_of_them_have_come_in(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        await ReceiveAsync(store, DriftMonitor.FewestStudies - 1, brighter: 0.12);
        Assert.Empty((await ReportAsync(store)).Moved);

        await ReceiveAsync(store, 40, brighter: 0.12);
        var moved = Assert.Single((await ReportAsync(store)).Moved);

        Assert.Equal("brightness", moved.Name);
        Assert.True(moved.Stability!.Index > moved.Stability.Limit);
        Assert.Equal(0.12, moved.Recent!.Median - moved.Reference!.Median, 0.03);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_came_in_before_the_window_is_shown_day_by_day_but_not_judged(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        await ReceiveAsync(store, 60, brighter: 0.3);
        store.Clock.Advance(TimeSpan.FromDays(10));
        await ReceiveAsync(store, 60);

        var report = await ReportAsync(store);

        Assert.Empty(report.Moved);
        var brightness = report.Features.Single(feature => feature.Name == "brightness");
        Assert.Equal(120, brightness.Days.Sum(day => day.Count));
        Assert.True(brightness.Days[0].Spread.Median > brightness.Days[^1].Spread.Median + 0.2);
        store.Clock.Advance(TimeSpan.FromDays(40));
        Assert.All((await ReportAsync(store)).Features, feature => Assert.Empty(feature.Days));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Scores_of_another_model_and_studies_that_were_never_measured_are_left_out(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        await ReceiveAsync(store, 60, model: "other 12345678");
        await store.Get<IStudyStore>().AddAsync(_made.Next(s_model, store.Clock.GetUtcNow()) with { Look = null });

        var report = await ReportAsync(store);

        Assert.Equal([1, 60, 60, 60, 61, 61], report.Features.Select(feature => feature.Count));
        Assert.Equal(FeatureState.TooFew, report.Features[0].State);
    }

    [Theory, OnSqlite]
    public async Task A_model_without_a_reference_is_told_from_one_that_nothing_has_moved_from(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        await ReceiveAsync(store, 60, brighter: 0.3);
        var older = KnownModel.Create(evaluation: KnownModel.Evaluate() with { Reference = null });

        var report = await new DriftMonitor(new ArrivalStore(store.Database), store.Clock).ReportAsync(older);

        Assert.False(report.HasReference);
        Assert.Empty(report.Moved);
        Assert.All(report.Features, feature => Assert.Equal(FeatureState.NoReference, feature.State));
    }

    private static Task<DriftReport> ReportAsync(TestStore store) =>
        new DriftMonitor(new ArrivalStore(store.Database), store.Clock).ReportAsync(KnownModel.Create());

    private async Task ReceiveAsync(TestStore store, int count, double brighter = 0, string? model = null)
    {
        for (var i = 0; i < count; i++)
        {
            await store.Get<IStudyStore>().AddAsync(_made.Next(model ?? s_model, store.Clock.GetUtcNow(), brighter));
            store.Clock.Advance(TimeSpan.FromMinutes(30));
        }
    }
}
