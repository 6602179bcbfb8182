using Pneumonia.Core.Data;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Shortcuts;

namespace Pneumonia.Tests.Studies.Shortcuts;

public sealed class ShortcutAuditTests
{
    private static readonly ScoredImage[] s_plain = Scored(i => i % 2 == 0 ? 0.5 + (i % 50 / 100.0) : 0.55 - (i % 50 / 100.0));
    private static readonly ScoredImage[] s_blind = Scored(i => i * 37 % 101 / 101.0);

    [Fact]
    public void A_model_that_needs_the_lungs_is_as_expected_and_one_that_does_not_is_to_be_looked_at()
    {
        Assert.True(ShortcutAudit.Mask(ShortcutMasks.Lungs, s_plain, s_blind)!.AsExpected);
        Assert.False(ShortcutAudit.Mask(ShortcutMasks.Lungs, s_plain, s_plain)!.AsExpected);
    }

    [Fact]
    public void A_model_that_needs_the_corners_is_to_be_looked_at()
    {
        Assert.True(ShortcutAudit.Mask("corners covered", s_plain, s_plain)!.AsExpected);
        Assert.False(ShortcutAudit.Mask("corners covered", s_plain, s_blind)!.AsExpected);
    }

    [Fact]
    public void A_model_that_is_wrong_where_shortcuts_mislead_is_to_be_looked_at()
    {
        int[] misled = [.. Enumerable.Range(0, 40)];
        ScoredImage[] followed = [.. s_plain.Select((image, i) => i < 40 ? image with { Score = 1 - image.Score } : image)];

        Assert.True(ShortcutAudit.Misled(s_plain, misled)!.AsExpected);
        Assert.False(ShortcutAudit.Misled(followed, misled)!.AsExpected);
        Assert.Equal(40, ShortcutAudit.Misled(followed, misled)!.Images);
        Assert.Null(ShortcutAudit.Misled(s_plain, [0, 2, 4]));
    }

    [Fact]
    public void Features_and_scores_that_tell_the_acquisition_are_to_be_looked_at()
    {
        var images = Images();
        var chosen = ShortcutAudit.Comparable(images);
        XRay[] normal = [.. chosen.Select(i => images[i])];
        Assert.Equal(["IM", "NORMAL2-IM"], normal.Select(image => image.Acquisition!).Distinct().Order());

        var (random, telling) = (new Random(1), normal.Select(image => new[] { image.Acquisition == "IM" ? 1f : 0f }).ToArray());
        var findings = ShortcutAudit.Acquisitions(normal, telling, [.. normal.Select(_ => random.NextDouble())], seed: 0);

        Assert.False(findings[0].AsExpected);
        Assert.Equal(1, findings[0].Auc.Value, 0.001);
        Assert.Contains("IM or NORMAL2-IM, among NORMAL", findings[0].Question, StringComparison.Ordinal);
        Assert.True(findings[1].AsExpected);
    }

    [Fact]
    public void Without_two_acquisitions_of_a_class_there_is_nothing_to_tell() =>
        Assert.Empty(ShortcutAudit.Comparable([.. Images().Where(image => image.Acquisition != "IM")]));

    private static ScoredImage[] Scored(Func<int, double> score) =>
        [.. Enumerable.Range(0, 200).Select(i => new ScoredImage($"p{i}", i % 2 == 0, score(i)))];

    private static XRay[] Images() => [.. Enumerable.Range(0, 150).Select(i => i % 3 == 0
        ? new XRay($"{i}", "PNEUMONIA", null, $"person{i}", "virus", "person")
        : new XRay($"{i}", "NORMAL", null, $"p{i}", null, i % 3 == 1 ? "IM" : "NORMAL2-IM"))];
}
