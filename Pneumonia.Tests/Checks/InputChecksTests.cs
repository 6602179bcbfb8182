using Pneumonia.Core.Checks;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving;
using Pneumonia.Model.CheckFitting.Spoiling;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Checks;

[Collection(TrainingCollection.Name)]
public sealed class InputChecksTests(CheckedModelFixture fixture, TrainedModelFixture trained) : IClassFixture<CheckedModelFixture>
{
    private readonly RadiographDecoder _decoder = new();

    [Fact]
    public void Hardly_any_good_image_is_refused()
    {
        Assert.InRange(Good().Count(image => Predict(image).Refused), 0, 3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_image_that_lies_on_its_side_or_head_is_refused_as_rotated(int quarters)
    {
        var answers = Good().Select(image => Predict(Warp.Turn(image, quarters))).ToArray();

        Assert.InRange(answers.Count(answer => answer.Refused), answers.Length * 9 / 10, answers.Length);
        Assert.InRange(answers.Count(answer => answer.Reasons.Contains(CheckReasons.Rotated)), answers.Length / 2, answers.Length);
    }

    [Fact]
    public void An_inverted_image_is_corrected_and_gets_the_same_answer()
    {
        var image = Good().First(image => !Predict(image).Refused);

        var (plain, inverted) = (Predict(image), Predict(Spoilt.Inverted.Apply(image, new Random(0))));

        Assert.False(inverted.Refused);
        Assert.Equal([CheckReasons.Inverted], inverted.Reasons);
        Assert.Equal(plain.PositiveProbability, inverted.PositiveProbability, 0.01);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void A_blank_image_is_badly_exposed(double grey)
    {
        var answer = Predict(Image(256, _ => grey));

        Assert.True(answer.Refused);
        Assert.Equal([CheckReasons.BadlyExposed], answer.Reasons);
    }

    [Fact]
    public void Noise_is_refused_and_its_scores_are_there_all_the_same()
    {
        var random = new Random(1);
        var answer = Predict(Image(256, _ => random.NextDouble()));

        Assert.True(answer.Refused);
        Assert.Single(answer.Reasons);
        Assert.Equal(1, answer.Probabilities.Sum(each => each.Probability), 6);
    }

    [Fact]
    public void An_image_of_few_pixels_is_too_small_however_good_it_is()
    {
        Assert.Equal([CheckReasons.TooSmall], Predict(Spoilt.Shrink(Good()[0], 100)).Reasons);
    }

    [Fact]
    public void A_picture_in_colour_is_no_chest_Xray()
    {
        var image = Good()[0];
        var coloured = new Radiograph(image.Name, image.Width, image.Height, image.Pixels, 8, RadiographFormat.Jpeg) { Chroma = 0.1 };

        Assert.Equal([CheckReasons.NotChestXray], Predict(coloured).Reasons);
    }

    [Fact]
    public void Images_answered_together_get_the_findings_that_each_gets_alone()
    {
        Radiograph[] images = [Good()[0], Warp.Turn(Good()[1], 1), Image(256, _ => 0.5), Good()[2]];

        var together = fixture.Model.Predict([.. images.Select(image => new PredictionInput(image))]);

        Assert.Equal(images.Select(image => string.Join(',', Predict(image).Reasons)), together.Select(answer => string.Join(',', answer.Reasons)));
    }

    [Fact]
    public void A_model_without_checks_refuses_nothing()
    {
        using var model = PneumoniaModel.Load(trained.Zip);

        var answer = model.Predict([new PredictionInput(Image(256, _ => 0))])[0];

        Assert.False(answer.Refused);
        Assert.Empty(answer.Reasons);
    }

    [Fact]
    public void Checks_of_other_weights_are_refused()
    {
        var (information, weights, onnx) = ModelZip.Read(fixture.Zip);
        var foreign = information with { Checks = information.Checks! with { WeightsSha256 = new string('0', 64) } };

        var error = Assert.Throws<InvalidModelException>(() => ModelZip.Write(fixture.Zip + "2", foreign, weights, onnx));

        Assert.Contains("its checks belong to other weights", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Checks_of_another_network_are_refused_when_the_model_is_loaded()
    {
        var (information, weights, onnx) = ModelZip.Read(fixture.Zip);
        var checks = information.Checks!;
        var path = fixture.Zip + "3";
        var last = checks.Depths[^1].Means.Columns;
        ModelZip.Write(path, information with { Checks = Without(checks, last) }, weights, onnx);

        Assert.Contains("are not made for the network", Assert.Throws<InvalidModelException>(() => PneumoniaModel.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_checks_are_refused()
    {
        var (information, weights, onnx) = ModelZip.Read(fixture.Zip);
        var checks = information.Checks!;
        var damaged = checks with { Inversion = checks.Inversion with { Weights = checks.Inversion.Weights with { Columns = 7 } } };

        var error = Assert.Throws<InvalidModelException>(() => ModelZip.Write(fixture.Zip + "4", information with { Checks = damaged }, weights, onnx));

        Assert.Contains("checks do not fit together", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_has_a_sentence()
    {
        Assert.All(CheckReasons.All, code => Assert.EndsWith(".", CheckReasons.Sentence(code), StringComparison.Ordinal));
        Assert.Equal([CheckReasons.Inverted, CheckReasons.EndMissing], CheckReasons.All.Where(code => !CheckReasons.Refuses(code)));
        Assert.Equal("something-new", CheckReasons.Sentence("something-new"));
    }

    // As if the network had one depth less.
    private static InputChecks Without(InputChecks checks, int features)
    {
        var head = checks.Condition.Weights;
        var rows = Enumerable.Range(0, head.Rows).SelectMany(row => head.Row(row)[..^features].ToArray()).ToArray();
        return checks with
        {
            Depths = [.. checks.Depths.SkipLast(1)],
            Condition = checks.Condition with { Weights = FloatMatrix.Of(head.Rows, head.Columns - features, rows) },
        };
    }

    private static Radiograph Image(int side, Func<int, double> grey) => new(
        "drawn", side, side, Enumerable.Range(0, side * side).Select(i => (ushort)(grey(i) * ushort.MaxValue)).ToArray(), 8, RadiographFormat.Png);

    private Radiograph[] Good() => [.. fixture.Good.Select(_decoder.DecodeFile)];

    private Prediction Predict(Radiograph image) => fixture.Model.Predict([new PredictionInput(image)])[0];
}
