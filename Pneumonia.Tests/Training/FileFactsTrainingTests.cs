using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Judging;
using Pneumonia.Model.Packaging;
using Pneumonia.Model.Training;

namespace Pneumonia.Tests.Training;

[Collection(TrainingCollection.Name)]
public sealed class FileFactsTrainingTests(TrainedModelFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _log = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Classes_that_their_files_tell_are_warned_of_in_log_manifest_and_card()
    {
        // The same pictures, those of one class as PNG.
        XRay[] images = [.. TinyTraining.Images(fixture.Phantoms).Select((image, i) => image.Class == "NORMAL" ? image : image with { Path = Png(image.Path, i) })];

        using var result = new ImageClassificationTrainer(TinyTraining.Options with { Epoch = 1 }, _log.Add).Fit(images, fixture.Phantoms.Data.Classes);
        var information = TrainedModel.Write(
            result, Path.Combine(_folder.Path, "model.zip"), ("phantoms", true), PositiveGroup.Of(result.Classes), DateTimeOffset.UnixEpoch);

        var found = information.Manifest.Data.FileFacts!;
        Assert.True(found.TellsClass, string.Join(Environment.NewLine, _log));
        Assert.Contains(found.Facts, fact => fact.Name == "format");
        Assert.Contains(_log, line => line.StartsWith("files of NORMAL: format: all Jpeg", StringComparison.Ordinal));
        Assert.Contains($"WARNING: {found.Sentence}", _log);
        Assert.Contains($"**{found.Sentence}**", information.ModelCard, StringComparison.Ordinal);
    }

    private string Png(string path, int number)
    {
        var grey = new RadiographDecoder(asStored: true).DecodeFile(path).ToGrey8(int.MaxValue);
        return _folder.Write($"{number}.png", ImageEncoder.GreyPng(grey.Width, grey.Height, grey.Pixels.Span));
    }
}
