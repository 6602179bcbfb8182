using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Pneumonia.Blazor.Components.Metrics;
using Pneumonia.Blazor.Monitoring.Comparison;
using Pneumonia.Blazor.Monitoring.Performance;
using Pneumonia.Tests.Monitoring;

namespace Pneumonia.Tests.Blazor.Metrics;

public sealed class MetricsControlsTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private readonly List<ChosenPoint> _chosen = [];

    [Fact]
    public void An_operating_point_moves_the_threshold_and_is_marked()
    {
        var controls = Show();
        Assert.Equal("balanced", controls.Find("button[aria-pressed=true]").TextContent);

        controls.Find("button:contains('sensitive')").Click();

        Assert.Equal(0.3, Assert.Single(_chosen).Threshold);
        Assert.Equal("30.0%", controls.Find("output").TextContent);
        Assert.Equal("0.300", controls.Find("input[type=range]").GetAttribute("value"));
    }

    [Theory]
    [InlineData("10", 0.1)]
    [InlineData("0", 0.001)]
    [InlineData("250", 0.999)]
    public void A_prevalence_is_taken_within_its_limits(string typed, double taken)
    {
        var controls = Show();

        controls.Find("input[inputmode=decimal]").Change(typed);

        Assert.Equal(taken, Assert.Single(_chosen).Prevalence, 9);
    }

    [Fact]
    public void What_is_no_number_changes_nothing()
    {
        var controls = Show();

        controls.Find("input[inputmode=decimal]").Change("many");

        Assert.Empty(_chosen);
    }

    [Fact]
    public void Where_there_is_no_other_model_none_can_be_chosen()
    {
        Render<MudPopoverProvider>();

        var choice = Render<ModelChoice>(with => with
            .Add(it => it.Models, [new ShelvedModel("0123456789abcdef", "نموذج")]).Add(it => it.Shown, "0123456789abcdef").Add(it => it.Other, ""));

        var fields = choice.FindAll("input");
        Assert.Contains("نموذج 01234567", choice.Markup, StringComparison.Ordinal);
        Assert.Contains("No other model is registered", choice.Markup, StringComparison.Ordinal);
        Assert.Contains(choice.FindAll("*[aria-disabled=true], input[disabled]"), _ => true);
        Assert.NotEmpty(fields);
    }

    private IRenderedComponent<MetricsControls> Show()
    {
        var model = new ShownModel(KnownModel.Create());
        return Render<MetricsControls>(with => with
            .Add(it => it.Model, model)
            .Add(it => it.Point, new ChosenPoint(0.4, model.HeldOutPrevalence))
            .Add(it => it.PointChanged, EventCallback.Factory.Create<ChosenPoint>(this, _chosen.Add)));
    }
}
