using Bunit;
using Pneumonia.Blazor.Components.Records;

namespace Pneumonia.Tests.Blazor.Records;

public sealed class CorrectionPanelTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public async Task A_wrong_answer_is_put_right_in_two_clicks_and_that_is_taken_back_in_one()
    {
        var study = await KeptStudies.KeepAsync(Tab, "wrong.png");
        var panel = Render<CorrectionPanel>(with => with.Add(it => it.Study, study));

        panel.Find("button:contains('This is wrong')").Click();
        Assert.Equal(["Normal", "Cancel"], panel.FindAll("button").Select(ElementText.Text));
        await panel.Find("button:contains('Normal')").ClickAsync();

        panel.WaitForAssertion(() => Assert.StartsWith("Corrected to Normal", panel.Find(".corrected").Text(), StringComparison.OrdinalIgnoreCase));
        Assert.Equal("NORMAL", study.Record.Correction?.Label);
        await panel.Find("button:contains('Undo')").ClickAsync();
        panel.WaitForElement("button:contains('This is wrong')");
        Assert.Null(study.Record.Correction);
    }

    [Fact]
    public async Task Whoever_cancels_corrects_nothing()
    {
        var study = await KeptStudies.KeepAsync(Tab, "right.png");
        var panel = Render<CorrectionPanel>(with => with.Add(it => it.Study, study));

        panel.Find("button").Click();
        panel.Find("button.cancel").Click();

        Assert.Equal(["This is wrong"], panel.FindAll("button").Select(ElementText.Text));
        Assert.Null(study.Record.Correction);
    }

    [Fact]
    public async Task A_refused_image_has_no_answer_to_be_wrong_and_is_given_any_class()
    {
        var study = await KeptStudies.KeepAsync(Tab, "refused.png");
        var panel = Render<CorrectionPanel>(with => with.Add(it => it.Study, study));

        panel.Find("button:contains('Say what it shows')").Click();

        Assert.Equal(["Normal", "Pneumonia", "Cancel"], panel.FindAll("button").Select(ElementText.Text));
    }
}
