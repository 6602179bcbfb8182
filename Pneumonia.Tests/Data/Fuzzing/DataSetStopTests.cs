using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Model.Commands.Train;
using Pneumonia.Model.Data;

namespace Pneumonia.Tests.Data.Fuzzing;

/// <summary>Folders that cannot be learnt from, each made from a seed: every stop names the folder and what is to be done, and none makes classes
/// of splits, masks or systems' folders.</summary>
public sealed class DataSetStopTests : IDisposable
{
    private const int Seeds = 120;

    private static readonly string[] s_trains = ["train", "Training", "TRAIN", "train_set"];
    private static readonly string[] s_others = ["val", "valid", "Validation", "dev", "test", "Testing", "hold-out"];
    private static readonly string[] s_masks = ["masks", "Mask", "labels", "annotations", "segmentations"];
    private static readonly string[] s_images = ["images", "Image", "imgs", "xrays"];
    private static readonly string[] s_sides = ["@eaDir", "#recycle", "$RECYCLE.BIN", "lost+found", ".cache", "__MACOSX"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_stop_has_a_usable_word()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var (word, files) = Kind(seed % 9, of => of[random.Next(of.Length)]);
            var root = Path.Combine(_folder.Path, $"{seed}");
            Array.ForEach(files, file => _folder.Write($"{seed}/{file}{(file.EndsWith('/') ? ".keep" : ".png")}"));

            var stop = Record.Exception(() => TrainingData.Open(root, LabelScheme.Folders, root, seed, _ => { }));

            Assert.True(stop is UserException, $"Seed {seed}, {string.Join(" ", files)}: {stop}");
            Assert.StartsWith(root, stop.Message, StringComparison.Ordinal);
            Assert.Contains(word, stop.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', stop.Message);
        }
    }

    private static (string Word, string[] Files) Kind(int kind, Func<string[], string> any)
    {
        var (train, other, masks, images, side) = (any(s_trains), any(s_others), any(s_masks), any(s_images), any(s_sides));
        return kind switch
        {
            0 => ("no class folder", [$"{train}/1", $"{other}/2"]),
            1 => ("tell no class", [$"{images}/1", $"{masks}/1"]),
            2 => ("tell no class", [$"{train}/{images}/1", $"{train}/{masks}/1"]),
            3 => ("A is the only class folder", ["A/1", $"{side}/1", $"{masks}/1"]),
            4 => ("class B holds no image", ["A/1", $"B/{side}/1"]),
            5 => ("--ignore-folders", [.. from name in new[] { "A", "B" } from sub in new[] { "raw", "lungs" } from n in new[] { 1, 2, 3 } select $"{name}/{sub}/{n}"]),
            6 => ("not of train", [$"{train}/A/1", $"{train}/B/1", "val/C/1"]),
            7 => ("no class folder", [$"{side}/A/1", $"{side}/B/1", "loose"]),
            _ => ("no image to learn from", ["val/A/1", "val/B/1", $"{side}/1"]),
        };
    }
}
