using System.Globalization;
using System.Text.Json;
using Pneumonia.Core;
using Pneumonia.Core.Files;
using Pneumonia.Model.Networks.Segmentation;
using Pneumonia.Model.Packaging;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training;

namespace Pneumonia.Model.Lungs;

/// <summary>From images and masks to the file of a segmentation.</summary>
/// <param name="options">How.</param>
/// <param name="workspace">Folder of checkpoints and of the list of masks left out.</param>
/// <param name="report">Hears of the progress.</param>
/// <param name="log">Hears what a person should know.</param>
internal sealed class LungTrainer(LungOptions options, string workspace, Action<LungProgress>? report, Action<string> log)
{
    /// <summary>Name of the list of masks left out, in the workspace.</summary>
    public const string LeftOutFile = "masks-left-out.csv";

    // More than these are no mistakes here and there.
    private const double MostLeftOut = 0.25;

    private const string Note = "Not a medical device. Research and education only.";

    /// <summary>Trains and writes.</summary>
    /// <param name="files">Images and masks.</param>
    /// <param name="output">The file to write.</param>
    /// <param name="cancellation">Ends it after a step; what is in the workspace is gone on from.</param>
    public LungEvaluation Run(LungFiles files, string output, CancellationToken cancellation)
    {
        TorchThreads.UseAllCores();
        var examples = LungExamples.Load(files, options.Side, report, log, cancellation);
        var training = new LungTraining(options, examples, workspace, report, log);
        var isLeftOut = LeftOut(files, examples, training, cancellation);
        var isHeldOut = LungRecord.HeldOutOf(options, examples);
        var record = new LungRecord(
            options, examples.Fingerprint, examples.All.Count, examples.All.Select(example => example.Image.Patient).Distinct().Count(),
            isHeldOut.Count(held => held), [.. examples.All.Where((_, index) => isLeftOut[index]).Select(example => example.ShortHash)]);
        if (isLeftOut.Count(left => left) > MostLeftOut * isLeftOut.Length || Where(held: true).Length == 0 || Where(held: false).Length == 0)
        {
            throw new UserException($"{isLeftOut.Count(left => left)} of {isLeftOut.Length} masks agree too little with networks that learned from the others: either they are of other images, or there are too few to learn from. Mend them, or give more --check-epochs, or --least-dice 0 to use them all.");
        }

        log($"{Where(held: false).Length} images to learn from, {Where(held: true).Length} of other patients to judge by");
        using var network = training.Run(LungPhase.Training, Where(held: false), Where(held: true), options.Epochs, cancellation);

        // What is measured is what is stored.
        StorageRounding.Round(network);
        var evaluation = LungEvaluation.Run(output, File(network, record, null), _ => examples, null, cancellation);
        var onnx = File(network, record, evaluation);
        AtomicFile.Write(output, stream => stream.Write(onnx));
        return evaluation;

        int[] Where(bool held) => [.. Enumerable.Range(0, examples.All.Count).Where(index => isHeldOut[index] == held && !isLeftOut[index])];
    }

    private bool[] LeftOut(LungFiles files, LungExamples examples, LungTraining training, CancellationToken cancellation)
    {
        if (options.LeastDice <= 0)
        {
            return new bool[examples.All.Count];
        }

        var check = MaskCheck.Run(training, options, examples, cancellation);
        bool[] isLeftOut = [.. check.Dices.Select(dice => dice < options.LeastDice)];
        var list = Path.Combine(workspace, LeftOutFile);
        check.WriteCsv(list, examples, files.Data.NameOf, options.LeastDice);
        var (own, exchanged) = (LungFigures.Of(check.Dices)!, LungFigures.Of(check.Exchanged)!);
        log(string.Create(CultureInfo.InvariantCulture, $"masks and networks that did not learn from them agree by a Dice coefficient of {own.Median:0.000} (median), masks of other images by {exchanged.Median:0.000}"));
        log(string.Create(CultureInfo.InvariantCulture, $"left out: {isLeftOut.Count(left => left)} of {isLeftOut.Length} masks, which agree by less than {options.LeastDice}; ")
            + string.Create(CultureInfo.InvariantCulture, $"of masks of other images {check.Exchanged.Count(dice => dice < options.LeastDice) / (double)isLeftOut.Length:P0} do. They are listed in {list}"));
        return isLeftOut;
    }

    private byte[] File(UNet network, LungRecord record, LungEvaluation? evaluation) => LungGraph.Write(network, options.Side, new Dictionary<string, string>
    {
        [LungRecord.Key] = JsonSerializer.Serialize(record, ModelJson.Line),
        ["dice"] = JsonSerializer.Serialize(evaluation, ModelJson.Line),
        ["software"] = JsonSerializer.Serialize(SoftwareVersions.Current, ModelJson.Line),
        ["note"] = Note,
    });
}
