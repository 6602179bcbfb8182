using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Pneumonia.Blazor.Components.Shared;
using Pneumonia.Core.Numbers;

namespace Pneumonia.Tests.Blazor;

public sealed class NumberFieldTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Theory]
    [InlineData("0.01", 0.01)]
    [InlineData("1e-4", 0.0001)]
    public void A_number_is_taken(string typed, double taken)
    {
        var (field, values) = Show(0.5);

        field.Find("input").Input(typed);

        Assert.Equal([taken], values);
        Assert.DoesNotContain("Rate:", field.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0,001")]
    [InlineData("1,5")]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("")]
    [InlineData("fast")]
    public async Task What_is_no_number_within_the_limits_is_refused_and_stays_to_be_mended(string typed)
    {
        var (field, values) = Show(0.5);
        var form = field.Instance;

        field.Find("input").Input(typed);
        await field.InvokeAsync(() => form.ValidateAsync());

        Assert.Empty(values);
        Assert.False(form.IsValid);
        Assert.Contains("Rate: ", field.Markup, StringComparison.Ordinal);
        Assert.Equal(typed, field.Find("input").GetAttribute("value") ?? "");
    }

    private (IRenderedComponent<MudForm> Field, List<double> Values) Show(double value)
    {
        var values = new List<double>();
        var form = Render<MudForm>(with => with.AddChildContent<NumberField<double>>(field => field
            .Add(it => it.Label, "Rate").Add(it => it.Limits, NumberLimits.Between(0.0001, 1)).Add(it => it.Value, value)
            .Add(it => it.ValueChanged, EventCallback.Factory.Create<double>(this, values.Add))));
        return (form, values);
    }
}
