using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using Pneumonia.Core;
using Pneumonia.Core.Files;
using Pneumonia.Model.Lungs;

namespace Pneumonia.Tests.Lungs;

[Collection(LungsCollection.Name)]
public sealed class LungTrainerTests(LungPhantoms phantoms) : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _log = [];

    private string Output => Path.Combine(_folder.Path, "lungs.onnx");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Seconds_of_training_find_the_lungs_of_phantoms_of_other_patients()
    {
        var told = Train(LungPhantoms.Small with { LeastDice = 0 });

        Assert.True(told.All.Mean > 0.8, $"{told}");
        Assert.True(told.AreHeldOut);
        var examples = Load();
        var again = LungEvaluation.Run(Output, File.ReadAllBytes(Output), _ => examples, null, default);
        Assert.Equal(told, again);
        using var session = new InferenceSession(Output);
        var record = JsonSerializer.Deserialize<LungRecord>(session.ModelMetadata.CustomMetadataMap[LungRecord.Key], ModelJson.Options)!;
        Assert.Equal((examples.Fingerprint, examples.All.Count, told.All.Images), (record.Fingerprint, record.Images, record.HeldOut));
        Assert.Contains("Not a medical device", session.ModelMetadata.CustomMetadataMap["note"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_that_was_stopped_goes_on_to_what_it_would_have_come_to()
    {
        var options = LungPhantoms.Small with { LeastDice = 0, Epochs = 3 };
        Train(options);
        var whole = File.ReadAllBytes(Output);
        Directory.Delete(Path.Combine(_folder.Path, "workspace"), true);
        using var stop = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => Train(options, progress => CancelIn(2, progress, stop), cancellation: stop.Token));
        Train(options);

        Assert.Contains("going on after epoch 1 of 3", _log);
        Assert.Equal(whole, File.ReadAllBytes(Output));
    }

    [Fact]
    public void A_checkpoint_of_other_options_is_not_gone_on_from()
    {
        Train(LungPhantoms.Small with { LeastDice = 0, Epochs = 1 });

        Train(LungPhantoms.Small with { LeastDice = 0, Epochs = 1, Seed = 2 });

        Assert.Contains(_log, line => line.Contains("other options", StringComparison.Ordinal));
        Assert.DoesNotContain(_log, line => line.Contains("going on", StringComparison.Ordinal));
    }

    [Fact]
    public void Masks_of_two_images_that_were_exchanged_are_found_listed_and_neither_learned_from_nor_judged_by()
    {
        var (images, masks) = (Path.Combine(_folder.Path, "images"), Path.Combine(_folder.Path, "masks"));
        Copy(phantoms.Images, images);
        Copy(phantoms.Masks, masks);
        var names = Directory.GetFiles(Path.Combine(masks, "train", "NORMAL")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).ToArray();
        var (one, other) = ($"train/NORMAL/{names[0]}", $"train/NORMAL/{names[^1]}");
        foreach (var (name, exchanged, columns) in new[] { (one, other, 8), (other, one, -8) })
        {
            MovedPicture.Write(Path.Combine(phantoms.Images, $"{name}.jpeg"), Path.Combine(images, $"{name}.jpeg"), columns);
            MovedPicture.Write(Path.Combine(phantoms.Masks, $"{name}.png"), Path.Combine(masks, $"{exchanged}.png"), columns);
        }

        var told = Train(LungPhantoms.Small with { Epochs = 1, LeastDice = 0.6 }, images: images, masks: masks);

        var list = File.ReadAllLines(Path.Combine(_folder.Path, "workspace", LungTrainer.LeftOutFile));
        Assert.Equal("image,dice", list[0]);
        Assert.Equal(new[] { $"{one}.jpeg", $"{other}.jpeg" }, list[1..].Select(line => line.Split('"')[1]).Order(StringComparer.Ordinal));
        using var session = new InferenceSession(Output);
        var record = JsonSerializer.Deserialize<LungRecord>(session.ModelMetadata.CustomMetadataMap[LungRecord.Key], ModelJson.Options)!;
        Assert.Equal(2, record.LeftOut.Count);
        Assert.Equal(told.All.Images - told.LeftOut, told.WithoutLeftOut.Images);
    }

    [Fact]
    public void Masks_of_which_most_lie_badly_are_refused()
    {
        var error = Assert.Throws<UserException>(() => Train(LungPhantoms.Small with { Epochs = 1, CheckEpochs = 1, LeastDice = 0.99 }));

        Assert.Contains("masks agree too little with networks that learned from the others", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Output));
    }

    private static void CancelIn(int epoch, LungProgress progress, CancellationTokenSource stop)
    {
        if (progress.Epoch == epoch)
        {
            stop.Cancel();
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private LungExamples Load() => LungExamples.Load(LungFiles.Open(phantoms.Images, phantoms.Masks), LungPhantoms.Small.Side, null, _ => { }, default);

    private LungEvaluation Train(
        LungOptions options, Action<LungProgress>? report = null, string? images = null, string? masks = null, CancellationToken cancellation = default) =>
        new LungTrainer(options, Path.Combine(_folder.Path, "workspace"), report, _log.Add)
            .Run(LungFiles.Open(images ?? phantoms.Images, masks ?? phantoms.Masks), Output, cancellation);
}
