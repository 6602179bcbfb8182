using Bunit;
using MudBlazor;
using Pneumonia.Blazor.Components.Registry;

namespace Pneumonia.Tests.Blazor.Registry;

public sealed class ConfirmButtonTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private int _done;

    [Theory]
    [InlineData("Delete", 1)]
    [InlineData("Keep it", 0)]
    public async Task The_deed_is_done_once_it_is_asked_for_again_and_not_otherwise(string answer, int done)
    {
        var dialogs = Render<MudDialogProvider>();
        Show().Find("button").Click();
        Assert.Contains("Delete it for good?", dialogs.WaitForElement("[role=dialog]").Text(), StringComparison.Ordinal);

        await dialogs.FindAll("[role=dialog] button").Single(button => button.Text() == answer).ClickAsync();

        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("[role=dialog]")));
        Assert.Equal(done, _done);
    }

    [Fact]
    public void It_says_what_it_stands_beside_to_who_cannot_see_it() => Assert.Equal("Delete second", Show().Find("button").GetAttribute("aria-label"));

    [Fact]
    public void While_another_deed_is_done_it_cannot_be_pressed() => Assert.True(Show(disabled: true).Find("button").HasAttribute("disabled"));

    private IRenderedComponent<ConfirmButton> Show(bool disabled = false) => Render<ConfirmButton>(with => with
        .Add(it => it.Label, "Delete")
        .Add(it => it.AccessibleLabel, "Delete second")
        .Add(it => it.Question, "Delete it for good?")
        .Add(it => it.Disabled, disabled)
        .Add(it => it.OnConfirm, () => _done++));
}
