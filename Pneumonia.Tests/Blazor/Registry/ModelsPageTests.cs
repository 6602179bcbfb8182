using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Pneumonia.Blazor.Components.Pages;
using Pneumonia.Blazor.Components.Registry;
using Pneumonia.Blazor.Models;

namespace Pneumonia.Tests.Blazor.Registry;

public sealed class ModelsPageTests : RenderingContext, IClassFixture<App>
{
    private const string LongName = "a-name-of-a-model-that-goes-on-and-on-0123456789-0123456789-0123456789-0123456789";
    private const string RightToLeft = "نموذج";

    private readonly Shelf _shelf;

    public ModelsPageTests(App app)
        : this(app, new Shelf())
    {
    }

    private ModelsPageTests(App app, Shelf shelf)
        : base(app, services => services.AddScoped(_ => shelf.Library)) => _shelf = shelf;

    [Fact]
    public void While_the_models_are_read_their_places_are_shown()
    {
        var gate = new TaskCompletionSource();
        var page = Show(new MadeLibrary("first") { Gate = gate.Task });

        Assert.NotEmpty(page.FindAll(".mud-skeleton"));
        gate.SetResult();
        page.WaitForElement("article.version");
        Assert.Empty(page.FindAll(".mud-skeleton"));
    }

    [Fact]
    public void Without_any_model_it_says_how_to_add_one() =>
        Assert.Contains("No model is registered yet. Add a zip", Show(new MadeLibrary()).Markup, StringComparison.Ordinal);

    [Fact]
    public void A_registry_that_cannot_be_read_is_said() => Assert.Contains(
        "The registry cannot be read.", Show(new MadeLibrary("first") { IsDown = true }).Find("[role=status] .mud-alert").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Names_of_any_length_and_direction_and_zips_that_cannot_be_read_stand_on_the_list()
    {
        var page = Show(new MadeLibrary(LongName, RightToLeft, "broken") { Broken = "broken" });

        Assert.Equal([LongName, RightToLeft, "broken"], page.FindAll("article.version h3 bdi").Select(name => name.TextContent));
        Assert.Contains("it is no zip file.", page.FindAll("article.version")[2].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("article.version")[2].QuerySelectorAll("button"), button => button.TextContent == "Promote");
    }

    [Fact]
    public async Task What_came_into_service_is_told_and_taken_back()
    {
        var library = new MadeLibrary("first", "second");
        var notices = Render<MudSnackbarProvider>();
        var page = Show(library);

        await page.Find("button:contains('Promote')").ClickAsync();

        Assert.Equal("second", library.Live);
        notices.WaitForAssertion(() => Assert.Contains("is in service.", notices.Markup, StringComparison.Ordinal));
        await notices.Find("button:contains('Undo')").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal("first", library.Live));
        Assert.Contains("because", page.Find("ol").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_longer_answers_is_not_taken_back()
    {
        var library = new MadeLibrary("first", "second", "third");
        var notices = Render<MudSnackbarProvider>();
        var page = Show(library);
        await page.Find("button[aria-label^='Promote second']").ClickAsync();
        notices.WaitForElement("button:contains('Undo')");

        await page.InvokeAsync(() => library.PromoteAsync(Monitoring.KnownModel.VersionOf("third")));
        await notices.Find("button:contains('Undo')").ClickAsync();

        Assert.Equal("third", library.Live);
    }

    [Fact]
    public async Task A_deed_that_fails_is_told_in_a_sentence()
    {
        var dialogs = Render<MudDialogProvider>();
        var page = Show(new MadeLibrary("first", "second"));
        page.Find("button[aria-label^='Delete second']").Click();
        dialogs.WaitForElement("button:contains('Keep')");

        await dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Delete").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("The registry cannot be written.", page.Find("[role=status] .mud-alert").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_versions_are_chosen_to_be_held_against_each_other()
    {
        var entries = await new MadeLibrary("first", "second").ListAsync();
        Render<MudPopoverProvider>();

        var comparison = Render<VersionComparison>(with => with.Add(it => it.Models, entries));

        Assert.Equal(["First model", "Second model"], comparison.FindAll("label").Select(label => label.TextContent));
        Assert.Contains(comparison.FindAll("thead th"), head => head.TextContent.StartsWith("second", StringComparison.Ordinal));
    }

    private IRenderedComponent<ModelsPage> Show(MadeLibrary library)
    {
        _shelf.Library = library;
        Render<MudPopoverProvider>();
        return Render<ModelsPage>();
    }

    private sealed class Shelf
    {
        public IModelLibrary Library { get; set; } = new MadeLibrary();
    }
}
