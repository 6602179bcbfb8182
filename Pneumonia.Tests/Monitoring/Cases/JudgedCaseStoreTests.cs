using Pneumonia.Blazor.Monitoring.Cases;
using Pneumonia.Blazor.Storage.Corrections;
using Pneumonia.Blazor.Storage.Readings;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Tests.Storage;

namespace Pneumonia.Tests.Monitoring.Cases;

[Collection(StorageCollection.Name)]
public sealed class JudgedCaseStoreTests(PostgresServer postgres)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_word_on_a_study_counts_once_and_blind_readings_apart(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var (readings, corrections) = (store.Get<IReadingStore>(), store.Get<ICorrectionStore>());
        var (found, alarm, unread) = (await store.KeepAsync("a.png", 0.9), await store.KeepAsync("b.png", 0.8), await store.KeepAsync("c.png", 0.1));
        await readings.AddAsync(found.Id, "NORMAL", blind: true);
        await readings.AddAsync(found.Id, "NORMAL", blind: false);
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        await readings.AddAsync(found.Id, "PNEUMONIA", blind: false);
        await corrections.AddAsync(alarm.Id, "NORMAL");
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        await readings.AddAsync(alarm.Id, "PNEUMONIA", blind: false);

        var cases = await new JudgedCaseStore(store.Database).ListAsync();

        Assert.Equal(
            [(0.8, "NORMAL", false), (0.9, "NORMAL", true), (0.9, "PNEUMONIA", false)],
            cases.Select(each => (each.Score, each.Label, each.Blind)).Order());
        Assert.All(cases, each => Assert.Equal(unread.Model, each.Model));
    }

    [Fact]
    public void Figures_of_cases_follow_the_threshold_and_are_none_without_cases()
    {
        JudgedCase[] cases = [new("m", 0.9, "P", false), new("m", 0.3, "P", false), new("m", 0.6, "N", false)];

        var figures = LiveFigures.Of(cases, label => label == "P", 0.5);

        Assert.Equal(new ConfusionMatrix(1, 1, 0, 1), figures.Confusion);
        Assert.Equal(Wilson.Interval(1, 2), figures.Sensitivity);
        Assert.Equal(Wilson.Interval(1, 1), LiveFigures.Of(cases, label => label == "P", 0.7).Specificity);
        Assert.Null(LiveFigures.Of([], _ => true, 0.5).Sensitivity);
    }
}
