using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Pneumonia.Core.Package;

namespace Pneumonia.Tests.Package;

public sealed class ChainEntriesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_ONNX_file_runs_batches_without_ML_NET(bool mirrored)
    {
        var model = new TrialModel { Mirrored = mirrored };
        var entry = model.Chain().Save().Single(entry => ChainEntries.IsOnnx(entry.Name));
        using var session = new InferenceSession(ChainEntries.Onnx(entry.Bytes.ToArray()));
        var random = new Random(3);
        float[] pixels = [.. Enumerable.Range(0, 4 * TrialModel.Height * TrialModel.Width).Select(_ => random.NextSingle() - 0.5f)];
        var input = new DenseTensor<float>(pixels, [4, 1, TrialModel.Height, TrialModel.Width]);
        using var answers = session.Run([NamedOnnxValue.CreateFromTensor("Pixels", input)], [ModelGraph.Logits, "Score", ModelGraph.VerdictIndex, "Verdict"]);
        var verdicts = answers[3].AsEnumerable<string>().ToArray();
        for (var i = 0; i < 4; i++)
        {
            var image = pixels.AsSpan(i * TrialModel.Height * TrialModel.Width, TrialModel.Height * TrialModel.Width);
            Assert.Equal(model.Logits(image), answers[0].AsEnumerable<float>().Skip(i * 3).Take(3).Select(x => (double)x), (a, b) => Math.Abs(a - b) < 1e-5);
            Assert.Equal(model.Probabilities(image), answers[1].AsEnumerable<float>().Skip(i * 3).Take(3).Select(x => (double)x), (a, b) => Math.Abs(a - b) < 1e-5);
            Assert.Equal(verdicts[i], model.Judgement.Classes[(int)answers[2].AsEnumerable<long>().ElementAt(i)]);
        }
    }
}
