using AngleSharp.Dom;
using Bunit;
using Pneumonia.Blazor.Components.Viewing;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;
using Pneumonia.Tests.Monitoring;

namespace Pneumonia.Tests.Blazor;

public sealed class ViewerTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void While_a_file_comes_in_its_progress_is_seen_and_the_tools_wait_in_their_places()
    {
        var viewer = ViewerOf(new Study("scan.png", synthetic: false) { State = StudyState.Reading, Received = 0.4 });

        Assert.Equal("Receiving the file, 40%", viewer.Find(".study-progress .state").Text());
        Assert.Equal(23, viewer.FindAll(".toolbar button").Count);
        Assert.All(viewer.FindAll(".toolbar button:not([data-act=keys]), input"), each => Assert.True(each.HasAttribute("disabled")));
        Assert.Empty(viewer.FindAll(".pane"));
    }

    [Fact]
    public void A_refused_file_says_why_and_has_no_image()
    {
        var viewer = ViewerOf(new Study("scan.png", synthetic: false) { State = StudyState.Refused, Refusal = "scan.png: it is empty" });

        Assert.Equal("Not analysed scan.png: it is empty.", viewer.Find(".refusal").Text());
        Assert.Empty(viewer.FindAll(".pane"));
        Assert.Empty(viewer.FindAll(".progress"));
    }

    [Theory]
    [InlineData("صورة-الصدر.png")]
    [InlineData("a-very-long-name-of-a-file-as-scanners-write-them-with-date-and-number-20260101-000000000000001.png")]
    public void A_name_is_written_in_its_own_direction_and_stands_apart_from_what_is_said_of_it(string name)
    {
        var viewer = ViewerOf(Done(name, synthetic: true));

        Assert.Equal(name, viewer.Find("bdi.name").Text());
        Assert.Equal("Synthetic sample", viewer.Find(".caption .mud-chip").Text());
        Assert.Equal($"Chest X-ray {name}", viewer.Find(".pane").GetAttribute("aria-label"));
    }

    [Fact]
    public void A_pane_tells_its_script_what_the_file_says()
    {
        var facts = new ImageFacts(500, 300, 16, RadiographFormat.Png) { Cropped = new Margins(60, 10, 40, 20), LevelBits = 12, Spacing = new PixelSpacing(0.2, 0.15) };

        var pane = ViewerOf(Done("scan.png", image: facts)).Find(".pane").Attributes.ToDictionary(each => each.Name, each => each.Value);

        Assert.Equal(["400", "270", "60", "10", "12", "0.2 0.15"], new[] { "columns", "rows", "left", "top", "bits", "spacing" }.Select(name => pane[$"data-{name}"]));
    }

    [Fact]
    public void Without_a_spacing_the_ruler_is_told_none()
    {
        Assert.False(ViewerOf(Done("scan.png")).Find(".pane").HasAttribute("data-spacing"));
    }

    [Fact]
    public void The_lungs_are_outlined_on_demand_where_they_were_found()
    {
        var study = Done("scan.png");
        Assert.True(ViewerOf(study).Find("[data-act=outline]").HasAttribute("disabled"));
        study.Diagnosis = study.Diagnosis! with { Lungs = new LungShape(0.2, [[new(0.1, 0.2), new(0.3, 0.2), new(0.3, 0.6)], [new(0.6, 0.2), new(0.9, 0.7)]]) };
        var viewer = ViewerOf(study);
        Assert.False(viewer.Find(".pane").HasAttribute("data-lungs"));

        viewer.Find("[data-act=outline]").Click();

        Assert.Equal("[[[0.1,0.2],[0.3,0.2],[0.3,0.6]],[[0.6,0.2],[0.9,0.7]]]", viewer.Find(".pane").GetAttribute("data-lungs"));
        Assert.Equal("true", viewer.Find("[data-act=outline]").GetAttribute("aria-pressed"));
    }

    [Theory]
    [InlineData(false, null, "Compare with prior: this X-ray is not kept")]
    [InlineData(true, null, "Compare with prior: no patient is named for this X-ray")]
    [InlineData(true, "P-9", "Compare with prior: there is no other X-ray of this patient")]
    public void Without_a_prior_its_button_says_why(bool isStored, string? patient, string label)
    {
        var study = Done("scan.png");
        study.Stored = isStored ? Stored(patient) : null;

        var button = ViewerOf(study).Find("[data-act=prior]");

        Assert.Equal(label, button.GetAttribute("aria-label"));
        Assert.True(button.HasAttribute("disabled"));
    }

    [Fact]
    public void The_prior_is_the_last_study_before_this_one_else_the_first_after_it()
    {
        var now = Stored("P");
        StoredStudy[] others = [.. new[] { 2, 1, -1, -2 }.Select(days => now with { Id = $"{days}", Received = now.Received.AddDays(days) })];
        var study = new Study("now.png", synthetic: false) { Stored = now };

        Assert.Equal("-1", PatientDesk.PriorOf(study, others)!.Id);
        Assert.Equal("1", PatientDesk.PriorOf(study, others[..2])!.Id);
        Assert.Null(PatientDesk.PriorOf(study, []));
    }

    [Fact]
    public void Each_key_does_one_thing_and_each_button_has_its_name_and_its_key()
    {
        var keys = ViewerActions.Bindings.Select(binding => binding[0]).ToList();
        Assert.Equal(keys.Distinct(), keys);

        var buttons = ViewerOf(Done("scan.png")).FindAll(".toolbar button");

        Assert.Equal(ViewerActions.All.Where(action => action.Icon is not null).Select(action => action.Name), buttons.Select(button => button.GetAttribute("data-act")));
        Assert.All(buttons, button => Assert.NotEqual(button.GetAttribute("data-act"), button.GetAttribute("aria-label")));
        Assert.All(buttons, button => Assert.Contains(button.GetAttribute("aria-keyshortcuts")!, keys));
    }

    private IRenderedComponent<Viewer> ViewerOf(Study study) => Render<Viewer>(with => with.Add(it => it.Study, study).Add(it => it.OverlayShown, true));

    private static StoredStudy Stored(string? patient) => new MadeStudies(1).Next("pneumonia", TestClock.Instance.GetUtcNow()) with { Patient = patient };

    private static Study Done(string name, bool synthetic = false, ImageFacts? image = null) => new(name, synthetic)
    {
        State = StudyState.Done,
        ViewId = "11",
        LevelsId = "22",
        Diagnosis = new Diagnosis
        {
            Prediction = FakeEngine.Answer(0.9, FakeInformation.Create()),
            OperatingPoint = null,
            Image = image ?? new ImageFacts(512, 512, 8, RadiographFormat.Png),
            View = new StoredImage([], "image/jpeg"),
            Thumbnail = new StoredImage([], "image/jpeg"),
            Overlay = null,
            Elapsed = TimeSpan.Zero,
        },
    };
}
