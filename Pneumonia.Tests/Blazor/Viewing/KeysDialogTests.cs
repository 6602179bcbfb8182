using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Pneumonia.Blazor.Components.Viewing;

namespace Pneumonia.Tests.Blazor.Viewing;

public sealed class KeysDialogTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public async Task Every_key_that_is_bound_is_listed_with_what_it_does()
    {
        var dialogs = Render<MudDialogProvider>();

        await dialogs.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<KeysDialog>());

        dialogs.WaitForElement("kbd");
        Assert.Equal(ViewerActions.All.Select(action => action.Key).Order(), dialogs.FindAll("dt kbd").Select(key => key.TextContent).Order());
        Assert.All(dialogs.FindAll("dd"), what => Assert.NotEmpty(what.Text()));
        Assert.Contains("By mouse:", dialogs.Find("[role=dialog]").Text(), StringComparison.Ordinal);
    }
}
