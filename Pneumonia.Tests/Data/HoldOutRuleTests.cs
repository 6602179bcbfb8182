using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Model.Data;

namespace Pneumonia.Tests.Data;

public class HoldOutRuleTests
{
    private static readonly IReadOnlyList<XRay> s_images =
    [
        .. Study("IM", 40), .. Study("NORMAL2-IM", 60), .. Person("bacteria", 1, 80), .. Person("virus", 61, 60),
    ];

    [Fact]
    public void Rules_are_read_from_text()
    {
        Assert.Equal(new HoldOutRule(HoldOutKind.Random), HoldOutRule.Parse("random"));
        Assert.Equal(new HoldOutRule(HoldOutKind.FirstStudies), HoldOutRule.Parse("first"));
        Assert.Equal(new HoldOutRule(HoldOutKind.Acquisition, "NORMAL2-IM"), HoldOutRule.Parse("acquisition:NORMAL2-IM"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("last")]
    [InlineData("acquisition:")]
    [InlineData("acquisition")]
    [InlineData("site:")]
    public void Other_text_is_refused_and_the_rules_are_named(string text) => Assert.Equal(
        $"HoldOut {text}: must be random, first, acquisition:NAME or site:NAME.",
        Assert.Throws<UserException>(() => HoldOutRule.Parse(text)).Message);

    [Theory]
    [InlineData("random")]
    [InlineData("first")]
    [InlineData("acquisition:IM")]
    public void No_rule_puts_a_patient_on_both_sides_or_loses_an_image_or_minds_the_order(string rule)
    {
        XRay[] shuffled = [.. s_images];
        new Random(9).Shuffle(shuffled);

        var (training, heldOut) = HoldOutRule.Parse(rule).Divide(s_images, 0.2, seed: 3);
        var again = HoldOutRule.Parse(rule).Divide(shuffled, 0.2, seed: 3);

        Assert.Equal(Paths(s_images), Paths(training.Concat(heldOut)));
        Assert.Empty(training.Select(image => image.Patient).Intersect(heldOut.Select(image => image.Patient)));
        Assert.All([training, heldOut], side => Assert.Equal(2, side.Select(image => image.Class).Distinct().Count()));
        Assert.Equal(heldOut, again.HeldOut);
        Assert.Equal(training, again.Training);
    }

    [Fact]
    public void A_site_is_held_out_whole_and_its_patients_with_it()
    {
        XRay[] images = [.. s_images.Select((image, i) => image with { Site = i % 3 == 0 ? "hospital2" : "hospital1" })];

        var (training, heldOut) = HoldOutRule.Parse("site:hospital2").Divide(images, 0.2, seed: 3);

        Assert.All(training, image => Assert.Equal("hospital1", image.Site));
        Assert.Equal(images.Length, training.Count + heldOut.Count);
        Assert.Empty(training.Select(image => image.Patient).Intersect(heldOut.Select(image => image.Patient)));
        Assert.Equal("the whole site hospital2, and patients at random of the classes that it has no images of", HoldOutRule.Parse("site:hospital2").Description);
        Assert.Equal("There is no site north; the folders tell hospital1, hospital2.", Refusal("site:north", images));
        Assert.Equal("There is no site north; no folder tells one.", Refusal("site:north", s_images));
    }

    [Fact]
    public void The_first_patients_of_every_acquisition_and_cause_are_held_out_by_number()
    {
        var heldOut = HoldOutRule.Parse("first").Divide(s_images, 0.1, seed: 0).HeldOut.Select(image => image.Patient).Distinct();

        // person61 to person66 are the first with a virus; they have bacteria on other days and stay whole.
        string[] expected =
        [
            .. Numbers("IM-", 1, 4), .. Numbers("NORMAL2-IM-", 1, 6), .. Numbers("person", 1, 8), .. Numbers("person", 61, 6),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), heldOut.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_that_tell_no_patient_are_first_by_the_number_in_their_name()
    {
        var images = Enumerable.Range(1, 20).SelectMany(i => new[] { Unnamed("A", $"scan {i}.png"), Unnamed("B", $"scan {i}.png") }).ToList();

        var heldOut = HoldOutRule.Parse("first").Divide(images, 0.1, seed: 0).HeldOut;

        Assert.Equal(["A/scan 1.png", "A/scan 2.png", "B/scan 1.png", "B/scan 2.png"], heldOut.Select(image => image.Patient));
    }

    [Fact]
    public void A_small_group_still_gives_a_patient()
    {
        XRay[] images = [.. Study("IM", 3), .. Person("virus", 1, 3)];

        Assert.Equal(["IM-1", "person1"], HoldOutRule.Parse("first").Divide(images, 0.1, seed: 0).HeldOut.Select(image => image.Patient).Distinct());
    }

    [Fact]
    public void A_whole_acquisition_is_held_out_and_a_random_part_of_the_other_class()
    {
        var (training, heldOut) = HoldOutRule.Parse("acquisition:IM").Divide(s_images, 0.2, seed: 3);

        Assert.Equal(40, heldOut.Count(image => image.Acquisition == "IM"));
        Assert.DoesNotContain(training, image => image.Acquisition == "IM");
        Assert.DoesNotContain(heldOut, image => image.Acquisition == "NORMAL2-IM");
        var share = heldOut.Count(image => image.Class == "PNEUMONIA") / (double)s_images.Count(image => image.Class == "PNEUMONIA");
        Assert.Equal(0.2, share, 0.02);
        Assert.NotEqual(heldOut, HoldOutRule.Parse("acquisition:IM").Divide(s_images, 0.2, seed: 4).HeldOut);
    }

    [Fact]
    public void A_patient_with_images_in_the_acquisition_and_outside_of_it_is_held_out_whole()
    {
        var straddling = new XRay("/data/PNEUMONIA/other.png", "PNEUMONIA", null, "IM-7", null, "person");

        var (training, heldOut) = HoldOutRule.Parse("acquisition:IM").Divide([.. s_images, straddling], 0.2, seed: 3);

        Assert.Contains(straddling, heldOut);
        Assert.DoesNotContain(training, image => image.Patient == "IM-7");
    }

    [Fact]
    public void An_unknown_acquisition_is_refused_with_those_present() => Assert.Equal(
        "There is no acquisition XY; the file names tell IM, NORMAL2-IM, person.", Refusal("acquisition:XY", [.. s_images, Unnamed("NORMAL", "a.png")]));

    [Fact]
    public void Where_no_name_tells_an_acquisition_the_refusal_says_so() => Assert.Equal(
        "There is no acquisition IM; no file name tells one.", Refusal("acquisition:IM", [Unnamed("A", "1.png"), Unnamed("B", "1.png")]));

    [Fact]
    public void An_acquisition_that_is_all_of_a_class_is_refused() =>
        Assert.Contains("has all images of class PNEUMONIA", Refusal("acquisition:person", s_images), StringComparison.Ordinal);

    [RealDataFact]
    public void The_real_IM_studies_are_held_out_whole()
    {
        var images = DataSet.Open(RepositoryPaths.RealData, excludeTest: true).InSplits("train");

        var (training, heldOut) = HoldOutRule.Parse("acquisition:IM").Divide(images, 0.15, seed: 1);

        Assert.DoesNotContain(training, image => Path.GetFileName(image.Path).StartsWith("IM-", StringComparison.Ordinal));
        Assert.All(
            heldOut.Where(image => image.Class == "NORMAL"), image => Assert.StartsWith("IM-", Path.GetFileName(image.Path), StringComparison.Ordinal));
        Assert.Equal(0.15, heldOut.Count(image => image.Class == "PNEUMONIA") / 3875.0, 0.01);
        Assert.Empty(training.Select(image => image.Patient).Intersect(heldOut.Select(image => image.Patient)));
    }

    private static string Refusal(string rule, IReadOnlyList<XRay> images) =>
        Assert.Throws<UserException>(() => HoldOutRule.Parse(rule).Divide(images, 0.2, seed: 1)).Message;

    private static IEnumerable<string> Numbers(string prefix, int first, int count) => Enumerable.Range(first, count).Select(i => $"{prefix}{i}");

    private static IEnumerable<string> Paths(IEnumerable<XRay> images) => images.Select(image => image.Path).Order(StringComparer.Ordinal);

    private static IEnumerable<XRay> Study(string acquisition, int patients) => Enumerable.Range(1, patients)
        .Select(i => new XRay($"/data/NORMAL/{acquisition}-{i}-1.png", "NORMAL", null, $"{acquisition}-{i}", null, acquisition));

    private static IEnumerable<XRay> Person(string cause, int first, int patients) => Enumerable.Range(first, patients)
        .SelectMany(i => Enumerable.Range(0, 1 + i % 3).Select(k =>
            new XRay($"/data/PNEUMONIA/person{i}_{cause}_{k}.png", "PNEUMONIA", null, $"person{i}", cause, "person")));

    private static XRay Unnamed(string name, string file) => new($"/data/{name}/{file}", name, null, $"{name}/{file}", null, null);
}
