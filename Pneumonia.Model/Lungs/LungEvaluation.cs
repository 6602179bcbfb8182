using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Files;
using Pneumonia.Core.Lungs;

namespace Pneumonia.Model.Lungs;

/// <summary>How good a file of a segmentation is, as ONNX Runtime runs it.</summary>
/// <param name="AreHeldOut">Whether these are the patients held out of its training; else they are all images, which it does not know.</param>
/// <param name="LeftOut">Masks among them that lie badly on their images, as the training found.</param>
/// <param name="All">Figures of all images.</param>
/// <param name="WithoutLeftOut">Figures without those whose masks lie badly.</param>
internal sealed record LungEvaluation(bool AreHeldOut, int LeftOut, LungFigures All, LungFigures WithoutLeftOut)
{
    /// <summary>Judges the patients held out, where these are the images of the training; else all.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="onnx">The file.</param>
    /// <param name="load">Reads images and masks at a size.</param>
    /// <param name="progress">Hears of the progress; may be null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="UserException">The file is no segmentation of lungs that <c>lungs train</c> wrote.</exception>
    public static LungEvaluation Run(
        string path, byte[] onnx, Func<int, LungExamples> load, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            using var session = new InferenceSession(onnx);
            var record = JsonSerializer.Deserialize<LungRecord>(session.ModelMetadata.CustomMetadataMap[LungRecord.Key], ModelJson.Options)!;
            var examples = load(record.Options.Side);
            var isKnown = examples.Fingerprint == record.Fingerprint;
            var heldOut = isKnown ? LungRecord.HeldOutOf(record.Options, examples) : [.. examples.All.Select(_ => true)];
            LungExample[] judged = [.. examples.All.Where((_, index) => heldOut[index])];
            var dices = Dices(session, examples.Side, judged, progress, cancellation);
            var leftOut = record.LeftOut.ToHashSet();
            var good = dices.Where((_, index) => !leftOut.Contains(judged[index].ShortHash)).ToArray();
            var all = LungFigures.Of(dices)!;
            return new LungEvaluation(isKnown, dices.Length - good.Length, all, LungFigures.Of(good) ?? all);
        }
        catch (Exception e) when (e is OnnxRuntimeException or JsonException or KeyNotFoundException)
        {
            throw new UserException($"{path}: that is no segmentation of lungs that 'lungs train' wrote.", e);
        }
    }

    private static double[] Dices(
        InferenceSession session, int side, LungExample[] examples, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        var dices = new double[examples.Length];
        using var options = new RunOptions();
        for (var i = 0; i < examples.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var image = OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(examples[i].Pixels, level => level / 255f), [1, 1, side, side]);
            using var outputs = session.Run(options, [LungNetwork.Pixels], [image], [LungNetwork.Lungs]);
            dices[i] = Dice.Of(Array.ConvertAll(outputs[0].GetTensorDataAsSpan<float>().ToArray(), lung => lung > 0.5f), examples[i].Mask);
            progress?.Report(new(i + 1, examples.Length));
        }

        return dices;
    }
}
