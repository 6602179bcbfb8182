using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core.Files;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving;
using Pneumonia.Tests.Blazor;
using Pneumonia.Tests.Package;

namespace Pneumonia.Tests.Judging;

public sealed class RiskJsonTests : IDisposable
{
    private static readonly TriageLimits s_limits = new(new RiskBound(0.1, 0.01, 300), new RiskBound(null, 0.02, 30));
    private static readonly ModelInformation s_sample = SampleModel.Information();

    private readonly TemporaryFolder _folder = new();

    private string Zip => Path.Combine(_folder.Path, "model.zip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Limits_meanings_and_counts_travel_in_the_zip()
    {
        var images = RiskReference.Named("hard").Images;
        var meanings = ScoreMeanings.Of(images);
        var report = TriageReport.Of([.. images.Select(image => (image, s_limits.Of(image.Score)))]);

        SampleModel.Write(Zip, With(s_limits, meanings) with { Evaluation = s_sample.Evaluation with { Triage = report } });
        var read = ModelZip.ReadInformation(Zip);

        Assert.Equal(s_limits, read.Calibration.Triage);
        Assert.Equal(meanings, read.Calibration.Meanings);
        Assert.Equivalent(report, read.Evaluation.Triage, strict: true);
    }

    [Fact]
    public void A_zip_from_before_there_were_limits_is_still_read()
    {
        var old = JsonSerializer.SerializeToNode(s_sample.Calibration, ModelJson.Options)!.AsObject();
        Assert.True(old.Remove("triage") && old.Remove("meanings"));

        var read = old.Deserialize<Calibration>(ModelJson.Options)!;

        Assert.Null(read.Triage);
        Assert.Empty(read.Meanings);
    }

    [Fact]
    public void Limits_in_the_wrong_order_are_refused() => Refused(
        With(new TriageLimits(new RiskBound(0.9, 0.01, 300), new RiskBound(0.2, 0.02, 300)), []), "the limits of its triage contradict themselves");

    [Fact]
    public void Meanings_with_a_gap_are_refused() => Refused(
        With(s_limits, [new ScoreMeaning(0, 0.4, 3, 2, 1, null), new ScoreMeaning(0.5, 1, 3, 2, 1, null)]), "the meanings of its scores");

    [Theory]
    [InlineData(false, Triage.RuleIn)]
    [InlineData(true, null)]
    public void A_refused_image_has_neither_a_triage_nor_a_meaning(bool refused, Triage? triage)
    {
        var prediction = FakeEngine.Answer(0.9, FakeInformation.Create()) with
        {
            Triage = Triage.RuleIn, Meaning = new ScoreMeaning(0.9, 0.95, 3, 2, 1, null),
        };

        var shown = prediction with { Refused = refused };

        Assert.Equal(triage, shown.Triage);
        Assert.Equal(refused, shown.Meaning is null);
    }

    private static ModelInformation With(TriageLimits limits, IReadOnlyList<ScoreMeaning> meanings) =>
        s_sample with { Calibration = s_sample.Calibration with { Triage = limits, Meanings = meanings } };

    private void Refused(ModelInformation information, string reason) => Assert.Contains(
        reason, Assert.Throws<InvalidModelException>(() => SampleModel.Write(Zip, information)).Message, StringComparison.Ordinal);
}
