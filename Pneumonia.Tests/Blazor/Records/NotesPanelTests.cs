using Bunit;
using Pneumonia.Blazor.Components.Records;

namespace Pneumonia.Tests.Blazor.Records;

public sealed class NotesPanelTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public async Task What_is_typed_is_kept_with_its_time_and_the_field_is_free_again()
    {
        var study = await KeptStudies.KeepAsync(Tab, "noted.png");
        var panel = Render<NotesPanel>(with => with.Add(it => it.Study, study));
        Assert.Empty(panel.FindAll("li"));

        panel.Find("textarea").Input(" Film of yesterday <b>asked</b> for ");
        await panel.Find("form").SubmitAsync();

        Assert.StartsWith("Film of yesterday <b>asked</b> for", panel.Find("li").Text(), StringComparison.Ordinal);
        Assert.NotEmpty(panel.Find("li time").GetAttribute("datetime")!);
        Assert.Equal("", panel.Find("textarea").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Nothing_but_spaces_is_no_note()
    {
        var study = await KeptStudies.KeepAsync(Tab, "silent.png");
        var panel = Render<NotesPanel>(with => with.Add(it => it.Study, study));

        panel.Find("textarea").Input("   ");
        await panel.Find("form").SubmitAsync();

        Assert.Empty(panel.FindAll("li"));
        Assert.Empty(panel.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task What_was_typed_for_one_study_does_not_go_to_another()
    {
        var (one, other) = (await KeptStudies.KeepAsync(Tab, "one.png"), await KeptStudies.KeepAsync(Tab, "other.png"));
        var panel = Render<NotesPanel>(with => with.Add(it => it.Study, one));
        panel.Find("textarea").Input("of one alone");

        panel.Render(with => with.Add(it => it.Study, other));

        Assert.Equal("", panel.Find("textarea").GetAttribute("value") ?? "");
    }
}
