using System.IO.Compression;
using System.Text;
using Pneumonia.Core.Graphs;
using Pneumonia.Core.Package;

namespace Pneumonia.Tests.Package;

/// <summary>A tiny random network (convolution, ReLU, means, linear), its package, and the same arithmetic in C#.</summary>
internal sealed class TrialModel
{
    public const int Height = 6;
    public const int Width = 8;
    public const string Preprocessing = """{"mean":0.4,"std":0.25,"name":"\"quoted\" and back\\slash"}""";

    private const int Kernels = 3;
    private readonly float[] _kernels;
    private readonly float[] _kernelBias;
    private readonly float[] _weight;
    private readonly float[] _bias = [0.1f, -0.2f, 0.05f];

    public TrialModel(int seed = 1)
    {
        var random = new Random(seed);
        float[] Numbers(int count, float scale) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() - 0.5f) * scale)];
        (_kernels, _kernelBias, _weight) = (Numbers(Kernels * 9, 2), Numbers(Kernels, 1), Numbers(3 * Kernels, 6));
    }

    public OnnxJudgement Judgement { get; init; } =
        new(["NORMAL", "BACTERIA", "VIRUS"], ["BACTERIA", "VIRUS"], 0.4, 1.7, [0.2, -0.1, 0.3]);

    public bool Mirrored { get; init; }

    public byte[] Onnx()
    {
        var graph = new OnnxGraph("trial");
        var pixels = ModelGraph.Pixels(graph, Height, Width);
        var x = Mirrored ? graph.WithMirrored(pixels, graph.Option(ModelGraph.MirrorImages, long.MaxValue)) : pixels;
        x = graph.Conv(
            x, graph.Initializer("conv.weight", _kernels, Kernels, 1, 3, 3), graph.Initializer("conv.bias", _kernelBias, Kernels),
            Kernels, new OnnxWindow(3, padding: 1));
        x = graph.Flatten(graph.GlobalAveragePool(graph.Relu(x)));
        var logits = graph.Linear(
            x, graph.Initializer("fc.weight", _weight, 3, Kernels), graph.Initializer("fc.bias", _bias, 3), 3);
        ModelGraph.Finish(graph, Mirrored ? graph.MeanWithMirrored(logits, pixels) : logits, Judgement);
        graph.Metadata("classes", string.Join(",", Judgement.Classes));
        return graph.ToBytes();
    }

    public ModelChain Chain() => new(Onnx(), Width, Judgement.Classes.Count, Preprocessing, new TrialMapping());

    /// <summary>The whole zip, with an entry of ours.</summary>
    public byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in Chain().Save().Prepend(new ChainEntry("model-card.md", Encoding.UTF8.GetBytes("# Trial"))))
            {
                var added = zip.CreateEntry(entry.Name, CompressionLevel.NoCompression);
                added.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var target = added.Open();
                target.Write(entry.Bytes.Span);
            }
        }

        return stream.ToArray();
    }

    public double[] Logits(ReadOnlySpan<float> pixels)
    {
        var straight = LogitsOf(pixels);
        if (!Mirrored)
        {
            return straight;
        }

        var mirror = new float[pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            mirror[i] = pixels[(i / Width * Width) + Width - 1 - (i % Width)];
        }

        return [.. straight.Zip(LogitsOf(mirror), (a, b) => (a + b) / 2)];
    }

    public double[] Probabilities(ReadOnlySpan<float> pixels)
    {
        var exponentials = Logits(pixels)
            .Select((logit, index) => Math.Exp((logit / Judgement.Temperature) + Judgement.Bias[index])).ToArray();
        return [.. exponentials.Select(value => value / exponentials.Sum())];
    }

    private double[] LogitsOf(ReadOnlySpan<float> pixels)
    {
        var means = new double[Kernels];
        for (var k = 0; k < Kernels; k++)
        {
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++)
                {
                    double sum = _kernelBias[k];
                    for (var i = 0; i < 9; i++)
                    {
                        var (row, column) = (y + (i / 3) - 1, x + (i % 3) - 1);
                        sum += row is >= 0 and < Height && column is >= 0 and < Width
                            ? _kernels[(k * 9) + i] * pixels[(row * Width) + column] : 0;
                    }

                    means[k] += Math.Max(0, sum) / (Height * Width);
                }
            }
        }

        return [.. Enumerable.Range(0, 3).Select(c => _bias[c] + Enumerable.Range(0, Kernels).Sum(k => _weight[(c * Kernels) + k] * means[k]))];
    }
}
