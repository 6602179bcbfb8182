using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Model.Training;
using Pneumonia.Tests.Data;

namespace Pneumonia.Tests.Training;

[Collection(TrainingCollection.Name)]
public sealed class EqualPicturesTrainingTests(TrainedModelFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _workspace = new();
    private readonly List<string> _log = [];

    private PhantomFixture Phantoms => fixture.Phantoms;

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Equal_pictures_stand_on_one_side_and_the_result_tells_of_them()
    {
        // Every second phantom once more, under another patient's name and in other bytes.
        var images = TinyTraining.Images(Phantoms);
        XRay[] again =
        [
            .. images.Where((_, i) => i % 2 == 0).Select((image, i) => image with { Path = Rewritten(image.Path, $"again{i}.png"), Patient = $"again{i}" }),
        ];

        using var result = new ImageClassificationTrainer(TinyTraining.Options with { Epoch = 1 }, _log.Add).Fit([.. images, .. again], Phantoms.Data.Classes);

        Assert.Equal((again.Length, again.Length * 2, again.Length, 0), result.EqualPictures is { } found ? (found.Pictures, found.Images, found.JoinedPatients, found.LeftOut) : default);
        Assert.Empty(result.Training.Select(image => image.Patient).Intersect(result.HeldOut.Select(image => image.Patient)));
        foreach (var (known, copy) in images.Where((_, i) => i % 2 == 0).Zip(again))
        {
            Assert.Equal(result.HeldOut.Any(image => image.Path == known.Path), result.HeldOut.Any(image => image.Path == copy.Path));
        }

        Assert.Contains(_log, line => line.Contains("equal ones stand on one side", StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_with_two_labels_stops_the_training_before_its_first_step()
    {
        var images = TinyTraining.Images(Phantoms);
        var other = Phantoms.Data.Classes.First(name => name != images[0].Class);

        var stop = Assert.Throws<UserException>(() => new ImageClassificationTrainer(TinyTraining.Options).Fit([.. images, images[0] with { Class = other, Patient = "other" }], Phantoms.Data.Classes));

        Assert.Contains("--drop-contradictions", stop.Message, StringComparison.Ordinal);
    }

    private string Rewritten(string path, string name)
    {
        var radiograph = new RadiographDecoder().DecodeFile(path);
        var grey = radiograph.ToGrey8(radiograph.Width * 3 / 4);
        return _workspace.Write(name, ImageEncoder.GreyPng(grey.Width, grey.Height, grey.Pixels.Span));
    }
}
