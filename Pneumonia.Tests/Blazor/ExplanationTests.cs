using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Components.Answers;
using Pneumonia.Blazor.Components.Viewing;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Tests.Browser;

namespace Pneumonia.Tests.Blazor;

public sealed class ExplanationTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private ExplanationDesk Desk => Tab.GetRequiredService<ExplanationDesk>();

    private ReadingSession Session => Tab.GetRequiredService<ReadingSession>();

    private SessionImages Store => Tab.GetRequiredService<SessionImages>();

    [Fact]
    public async Task An_overlay_that_explains_little_says_so_and_is_faded()
    {
        var study = await StudyAsync();
        await Desk.ExplainAsync(study, "grad-cam");

        var viewer = ViewerOf(study);
        var panel = PanelOf(study);

        Assert.Equal("opacity: 0.15", viewer.Find(".faded").GetAttribute("style"));
        Assert.Equal("This overlay explains little", panel.Find(".little strong").Text());
        Assert.Contains("11 of 19 random maps", panel.Find(".little p").Text());
        Assert.Equal(["CAM", "Grad-CAM", "RISE (slow)"], panel.FindAll("option").Select(ElementText.Text));
        Assert.Equal("grad-cam", panel.Find("option[selected]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_reliable_overlay_has_its_full_opacity_and_its_figures()
    {
        var study = await StudyAsync();
        await Desk.ExplainAsync(study, "cam");

        var viewer = ViewerOf(study);
        var panel = PanelOf(study);

        Assert.Empty(viewer.FindAll(".faded"));
        Assert.Equal("opacity: 0.5", viewer.Find(".overlay").GetAttribute("style"));
        Assert.Contains("than hiding 19 of 19 random places", panel.Find(".reliable").Text());
        Assert.Equal("90% on the thorax · correlation 0.95 after a small shift", panel.Find(".figures").Text());
    }

    [Fact]
    public async Task Another_method_replaces_the_overlay_and_all_go_with_the_study()
    {
        var study = await StudyAsync();
        var first = study.OverlayId!;
        await Desk.ExplainAsync(study, "cam");
        var held = new[] { first, study.OverlayId!, study.ContoursId! };

        // A browser may still be fetching the first, but not when the next question is asked.
        Assert.All(held, id => Assert.NotNull(Store.Find(id)));
        await Desk.ExplainAsync(study, "grad-cam");
        Assert.Null(Store.Find(first));
        held = [.. held[1..], study.OverlayId!, study.ContoursId!];
        Assert.All(held, id => Assert.NotNull(Store.Find(id)));
        Session.Remove(study);
        Assert.All(held, id => Assert.Null(Store.Find(id)));
    }

    [Fact]
    public async Task A_slow_explanation_shows_progress_and_is_cancelled_back_to_the_one_before()
    {
        var study = await StudyAsync();
        await Desk.ExplainAsync(study, "cam");
        var slow = Desk.ExplainAsync(study, "rise");

        var panel = PanelOf(study);
        Assert.Single(panel.FindAll("progress"));
        Assert.Equal("Cancel", panel.Find("button").Text());
        await panel.Find("button").ClickAsync(new());
        await slow;

        // The page renders anew whatever has changed.
        panel.Render();
        Assert.Empty(panel.FindAll("progress"));
        Assert.Equal("cam", study.Explanation?.Method);
        Assert.Equal(FakeModel.Good, study.Explanation?.Measured?.Quality);
    }

    [Fact]
    public async Task A_new_question_ends_the_one_before_and_has_the_last_word()
    {
        var study = await StudyAsync();
        var slow = Desk.ExplainAsync(study, "rise");

        await Desk.ExplainAsync(study, "grad-cam");
        await slow;

        Assert.Equal("grad-cam", study.Explanation?.Method);
        Assert.NotNull(study.Explanation?.Measured);
    }

    [Fact]
    public async Task A_study_left_behind_is_asked_again_later()
    {
        var (study, other) = (await StudyAsync(), await StudyAsync());
        var slow = Desk.ExplainAsync(study, "rise");

        await Desk.ExplainAsync(other, "cam");
        await slow;

        Assert.Null(study.Explanation);
        Assert.NotNull(other.Explanation?.Measured);
    }

    [Fact]
    public void A_reliable_map_says_in_which_part_of_the_lungs_most_of_it_lies_and_another_does_not()
    {
        var quality = FakeModel.Good with { IsOfLungs = true, Zone = new LungZone(LungSide.Right, LungLevel.Lower, 0.45) };
        string Said(ExplanationQuality each) => Render<ExplanationVerdict>(with => with.Add(it => it.Quality, each)).Text();

        Assert.Contains("More of it lies in the right lower zone (as the patient has it) than in any other part of the lungs: 45%.", Said(quality), StringComparison.Ordinal);
        Assert.Contains("in the lungs", Said(quality), StringComparison.Ordinal);
        Assert.DoesNotContain("zone", Said(quality with { Reasons = ["It changes."] }), StringComparison.Ordinal);
        Assert.Contains("on the thorax", Said(FakeModel.Good), StringComparison.Ordinal);
    }

    private IRenderedComponent<Viewer> ViewerOf(Study study) => Render<Viewer>(with => with
        .Add(it => it.Study, study)
        .Add(it => it.OverlayShown, true)
        .Add(it => it.Opacity, 50));

    private IRenderedComponent<ExplanationPanel> PanelOf(Study study) => Render<ExplanationPanel>(with => with.Add(it => it.Study, study));

    private async Task<Study> StudyAsync()
    {
        var bytes = Xrays.Chest("chest.png", patch: true, side: 96).Buffer;
        await Session.AddAsync([new IncomingImage("chest.png", bytes.Length, _ => new MemoryStream(bytes))]);
        return Session.Studies[^1];
    }
}
