using Pneumonia.Core.Judging;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Tests.Judging;

public sealed class ScoreMeaningsTests
{
    [Theory]
    [MemberData(nameof(RiskReference.Names), MemberType = typeof(RiskReference))]
    public void The_table_is_that_of_the_reference(string name)
    {
        var expected = RiskReference.Named(name);

        var table = ScoreMeanings.Of(expected.Images);

        Assert.Equal(expected.Meanings.Count, table.Count);
        Assert.All(expected.Meanings.Zip(table), pair =>
        {
            var (wanted, range) = pair;
            Assert.Equal((wanted.From, wanted.To, wanted.Images, wanted.Patients, wanted.Positives), (range.From, range.To, range.Images, range.Patients, range.Positives));
            Assert.Equal(wanted.Per100 is null, range.Per100 is null);
            Assert.All(
                (wanted.Per100 ?? []).Zip(range.Per100 is { } share ? new[] { share.Value, share.Low, share.High } : []),
                figures => Assert.Equal(figures.First, figures.Second, 1e-8));
        });
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void Fewer_than_20_patients_say_nothing_however_many_images_they_have(int patients, bool enough)
    {
        var table = ScoreMeanings.Of([.. Enumerable.Range(0, 10 * patients).Select(i => new ScoredImage($"p{i % patients}", true, 0.55))]);

        var meaning = ScoreMeanings.Find(table, 0.51)!;

        Assert.Equal(10 * patients, meaning.Images);
        Assert.Equal(enough, meaning.Per100 is not null);
    }

    [Fact]
    public void Images_of_one_patient_do_not_narrow_the_interval()
    {
        Estimate Of(int each) => ScoreMeanings.Find(
            ScoreMeanings.Of([.. Enumerable.Range(0, 30 * each).Select(i => new ScoredImage($"p{i % 30}", i % 30 < 10, 0.35))]), 0.35)!.Per100!;

        Assert.Equal(Of(1), Of(7));
        Assert.Equal(100 / 3.0, Of(7).Value, 1e-9);
    }

    [Fact]
    public void Every_score_has_its_range_and_an_older_model_has_none()
    {
        var table = ScoreMeanings.Of(RiskReference.Named("hard").Images);

        Assert.Equal((0, 0.01), Range(0));
        Assert.Equal((0.1, 0.2), Range(0.1));
        Assert.Equal((0.99, 1), Range(1));
        Assert.Null(ScoreMeanings.Find([], 0.5));

        (double, double) Range(double score) => ScoreMeanings.Find(table, score) is { } range ? (range.From, range.To) : default;
    }
}
