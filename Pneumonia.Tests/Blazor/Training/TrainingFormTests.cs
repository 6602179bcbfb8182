using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Pneumonia.Blazor.Components.Training;
using Pneumonia.Blazor.Models;
using Pneumonia.Blazor.Trainings;
using Pneumonia.Tests.Blazor.Registry;

namespace Pneumonia.Tests.Blazor.Training;

public sealed class TrainingFormTests : RenderingContext, IClassFixture<App>
{
    private readonly MadeRuns _runs;

    public TrainingFormTests(App app)
        : this(app, new MadeRuns())
    {
    }

    private TrainingFormTests(App app, MadeRuns runs)
        : base(app, services => services.AddScoped<ITrainingRuns>(_ => runs).AddSingleton<IModelLibrary>(new MadeLibrary("first"))) => _runs = runs;

    [Fact]
    public async Task What_was_typed_is_ordered_and_the_rest_comes_from_the_recipe()
    {
        var started = 0;
        var form = Show(() => started++);
        Field(form, "Epochs").Input("7");

        await form.Find("button:contains('Start')").ClickAsync(new());

        var order = Assert.Single(_runs.Orders);
        Assert.Equal(("phantoms", 7, 32, 0.15), (order.Data, order.Epoch, order.BatchSize, order.ValidationFraction));
        Assert.Equal(1, started);
    }

    [Theory]
    [InlineData("Epochs", "0")]
    [InlineData("Highest learning rate", "0,001")]
    [InlineData("Epochs", "many")]
    public async Task What_is_no_number_or_out_of_range_starts_nothing(string field, string typed)
    {
        var form = Show(() => { });
        Field(form, field).Input(typed);

        await form.Find("button:contains('Start')").ClickAsync(new());

        Assert.Empty(_runs.Orders);
    }

    private IRenderedComponent<TrainingForm> Show(Action started)
    {
        Render<MudPopoverProvider>();
        return Render<TrainingForm>(with => with.Add(it => it.OnStarted, _ => started()));
    }

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<TrainingForm> form, string label)
    {
        var named = form.FindAll("label").First(each => each.TextContent.StartsWith(label, StringComparison.Ordinal));
        return form.Find($"#{named.GetAttribute("for")}");
    }
}
