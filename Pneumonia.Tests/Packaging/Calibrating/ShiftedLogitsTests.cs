using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Packaging.Calibrating;
using Pneumonia.Model.Studies.Shifts;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Packaging.Calibrating;

public sealed class ShiftedLogitsTests(TrainedModelFixture fixture) : IClassFixture<TrainedModelFixture>
{
    [Fact]
    public void An_image_under_a_shift_scores_as_the_packed_model_scores_it()
    {
        var shifts = ImageShifts.All(fixture.Result.Options.Seed);

        var logits = ShiftedLogits.Of(fixture.Result);

        Assert.Equal(fixture.Result.Roles.Judging.Count, logits.Count);
        Assert.All(logits, image => Assert.Equal(shifts.Count - 1, image.Length));
        using var model = PneumoniaModel.Load(fixture.Zip);
        var path = fixture.Result.HeldOut[fixture.Result.Roles.Judging[0]].Path;
        var brighter = shifts[1].Apply(new RadiographDecoder().Decode(File.ReadAllBytes(path), path));
        var answer = model.Predict([new PredictionInput(brighter)])[0];
        Assert.Equal(answer.Probabilities[1].Probability, model.Information.Calibration.Probabilities(logits[0][0])[1], 1e-3);
    }
}
