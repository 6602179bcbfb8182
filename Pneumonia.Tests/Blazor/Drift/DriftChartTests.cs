using Bunit;
using Pneumonia.Blazor.Components.Drift;
using Pneumonia.Blazor.Monitoring.Drift;

namespace Pneumonia.Tests.Blazor.Drift;

public sealed class DriftChartTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private static readonly DaySpread s_day = new(new DateOnly(2026, 5, 6), 12, new Spread(0.2, 0.3, 0.4));

    [Fact]
    public void Every_day_is_a_row_of_its_table_with_its_count_and_its_median()
    {
        var rows = Show([s_day, s_day with { Day = s_day.Day.AddDays(1), Count = 7 }]).FindAll("tbody tr");

        Assert.Equal(["2026-05-06", "12", "30%"], rows[0].Children.Select(ElementText.Text));
        Assert.Equal(["2026-05-07", "7", "30%"], rows[1].Children.Select(ElementText.Text));
    }

    [Fact]
    public void Where_nothing_came_in_nothing_is_drawn() => Assert.Empty(Show([]).FindAll("figure"));

    private IRenderedComponent<DriftChart> Show(DaySpread[] days) => Render<DriftChart>(with => with
        .Add(it => it.Feature, new FeatureDrift("brightness", FeatureState.Stable, 19, null, new Spread(0.1, 0.3, 0.5), null, days))
        .Add(it => it.Title, "Brightness")
        .Add(it => it.Format, value => $"{100 * value:0}%"));
}
