using Bunit;
using Pneumonia.Blazor.Components.Records;
using Pneumonia.Blazor.ReadingRoom;

namespace Pneumonia.Tests.Blazor.Records;

public sealed class PatientPanelTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public async Task A_patient_that_is_named_has_the_X_ray_and_no_other_is_said_so()
    {
        var study = await KeptStudies.KeepAsync(Tab, "alone.png");
        var panel = Show(study);

        panel.Find("#patient").Change("P-ALONE");

        panel.WaitForAssertion(() => Assert.Contains("No other X-ray of this patient is stored.", panel.Text(), StringComparison.Ordinal));
        Assert.Equal("P-ALONE", study.Stored?.Patient);
    }

    [Fact]
    public async Task Another_X_ray_of_the_patient_is_offered_and_hung_beside()
    {
        var (before, now) = (await KeptStudies.KeepAsync(Tab, "before.png"), await KeptStudies.KeepAsync(Tab, "now.png", patch: false));
        Show(before).Find("#patient").Change("P-TWO");
        var panel = Show(now);
        panel.Find("#patient").Change("P-TWO");
        panel.Render();

        var other = panel.WaitForElement("#prior option:nth-child(2)");
        Assert.EndsWith("before.png", other.Text(), StringComparison.Ordinal);
        panel.Find("#prior").Change(other.GetAttribute("value")!);

        panel.WaitForAssertion(() => Assert.Equal(before.Stored!.Id, now.Prior?.Stored.Id));
    }

    [Fact]
    public void An_X_ray_that_is_not_kept_has_no_patient() =>
        Assert.Empty(Show(new Study("a.png", synthetic: true)).FindAll("section"));

    private IRenderedComponent<PatientPanel> Show(Study study) => Render<PatientPanel>(with => with.Add(it => it.Study, study));
}
