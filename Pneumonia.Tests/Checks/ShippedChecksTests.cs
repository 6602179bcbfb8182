using Pneumonia.Core.Checks;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Serving;
using Pneumonia.Model.CheckFitting.Spoiling;
using Pneumonia.Model.Commands.Checks;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Checks;

/// <summary>The shipped model on a few real X-rays of held-out patients; docs/checks.md has the figures on many.</summary>
[Collection(TrainingCollection.Name)]
public sealed class ShippedChecksTests
{
    private const int Images = 40;

    [CheckedModelFact]
    public void Good_images_pass_and_spoilt_ones_are_caught()
    {
        using var model = PneumoniaModel.Load(CheckedModelFactAttribute.Zip);
        var (_, data) = ChecksImages.Open(model.Information, RepositoryPaths.RealData, _ => { });
        var decoder = new RadiographDecoder();
        var good = data.Halves.Judging.Where((_, i) => i % (data.Halves.Judging.Count / Images) == 0).Take(Images)
            .Select(image => decoder.DecodeFile(image.Path)).ToArray();
        var random = new Random(9);

        Assert.InRange(Refused(model, good), 0, 2);
        foreach (var way in Spoilt.All.Where(way => way.Reason is CheckReasons.Rotated or CheckReasons.Cropped))
        {
            Assert.InRange(Refused(model, [.. good.Take(Images / 4).Select(image => way.Apply(image, random))]), Images / 4 - 1, Images / 4);
        }

        var inverted = Answers(model, [.. good.Take(Images / 4).Select(image => Spoilt.Inverted.Apply(image, random))]);
        Assert.InRange(inverted.Count(answer => answer.Reasons.Contains(CheckReasons.Inverted)), Images / 4 - 1, Images / 4);
    }

    private static int Refused(PneumoniaModel model, Radiograph[] images) => Answers(model, images).Count(answer => answer.Refused);

    private static Prediction[] Answers(PneumoniaModel model, Radiograph[] images) =>
        model.Predict([.. images.Select(image => new PredictionInput(image))]);
}
