using Microsoft.ML.OnnxRuntime;
using Pneumonia.Core.Graphs;
using Pneumonia.Core.Package;
using Pneumonia.Core.Saliency;

namespace Pneumonia.Core.Serving;

/// <summary>A trained network, run by ONNX Runtime. Thread-safe; one call uses all the threads that it was given.</summary>
public sealed class OnnxNetwork : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly string[] _depths;
    private readonly bool _mirrors;

    /// <summary>Opens an ONNX file of <see cref="ModelGraph"/>'s inputs and outputs, and runs it once on an empty image.</summary>
    /// <param name="onnx">Bytes of the file.</param>
    /// <param name="threads">How many threads one call may use; 0: one for each core.</param>
    /// <exception cref="InvalidNetworkException">It is no ONNX file, or another kind of network.</exception>
    public OnnxNetwork(byte[] onnx, int threads = 0)
    {
        // That a constant may be replaced is meant, and no news to whoever reads the console.
        OrtEnv.Instance().EnvLogLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;
        using var options = new SessionOptions { IntraOpNumThreads = threads, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, EnableCpuMemArena = false };

        // Waiting threads sleep: a server has other work than one network.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        try
        {
            _session = new InferenceSession(onnx, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new InvalidNetworkException("the ONNX file cannot be opened", e);
        }

        try
        {
            if (!_session.InputMetadata.TryGetValue(ModelColumns.Pixels, out var input) || input.Dimensions is not [_, 1, > 0, > 0]
                || !_session.OutputMetadata.ContainsKey(ModelGraph.Logits) || !_session.OutputMetadata.ContainsKey(ModelColumns.Score)
                || !_session.OutputMetadata.ContainsKey(ModelGraph.FeatureMap))
            {
                throw new InvalidNetworkException("the ONNX file is of another kind of network");
            }

            (Height, Width) = (input.Dimensions[2], input.Dimensions[3]);
            _depths = [.. Enumerable.Range(0, _session.OutputMetadata.Count).Select(ModelGraph.Depth).TakeWhile(_session.OutputMetadata.ContainsKey)];
            _mirrors = _session.OverridableInitializerMetadata.ContainsKey(ModelGraph.MirrorImages);
            ClassWeights = ReadClassWeights();
        }
        catch (OnnxRuntimeException e)
        {
            _session.Dispose();
            throw new InvalidNetworkException("the ONNX file does not run", e);
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    /// <summary>Rows of its input.</summary>
    public int Height { get; }

    /// <summary>Columns of its input.</summary>
    public int Width { get; }

    /// <summary>The last layer's weights, a row for each class; null where the network does not end in the mean over its feature map and one
    /// linear layer.</summary>
    public IReadOnlyList<float[]>? ClassWeights { get; }

    /// <summary>What the file says of itself, by key; see the writer of the graph.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _session.ModelMetadata.CustomMetadataMap;

    /// <summary>Logits of the images as they are: mirror images are left out, though an answer may look at them.</summary>
    /// <param name="pixels">Prepared images, one behind the other, each row-major.</param>
    /// <returns>A row for each image.</returns>
    public float[][] Logits(Memory<float> pixels)
    {
        using var outputs = Run(pixels, [ModelGraph.Logits], withMirrorImages: false);
        return Rows(outputs[0]);
    }

    /// <summary>Logits and all that explanations and checks need.</summary>
    /// <param name="pixels">Prepared images, one behind the other, each row-major.</param>
    /// <param name="withMirrorImages">Whether mirror images count for the logits, too, where the model says so.</param>
    /// <returns>One for each image.</returns>
    public OnnxAnswer[] Answer(Memory<float> pixels, bool withMirrorImages = true)
    {
        using var outputs = Run(pixels, [ModelGraph.Logits, ModelGraph.FeatureMap, .. _depths], withMirrorImages);
        var shape = outputs[1].GetTensorTypeAndShape().Shape;
        var (logits, maps) = (Rows(outputs[0]), Rows(outputs[1]));
        var depths = outputs.Skip(2).Select(Rows).ToArray();
        return [.. logits.Select((row, image) => new OnnxAnswer(
            row, new FeatureMap((int)shape[1], (int)shape[2], (int)shape[3], maps[image]), [.. depths.Select(depth => depth[image])]))];
    }

    /// <summary>Calibrated probabilities as the graph itself makes them of its logits; mirror images are left out.</summary>
    /// <param name="pixels">Prepared images, one behind the other, each row-major.</param>
    /// <returns>Logits and probabilities, a row each for each image.</returns>
    public (float[][] Logits, float[][] Probabilities) Judge(Memory<float> pixels)
    {
        using var outputs = Run(pixels, [ModelGraph.Logits, ModelColumns.Score], withMirrorImages: false);
        return (Rows(outputs[0]), Rows(outputs[1]));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _options.Dispose();
        _session.Dispose();
    }

    private IReadOnlyList<float[]>? ReadClassWeights()
    {
        var hasWeights = _session.OutputMetadata.ContainsKey(ModelGraph.ClassWeights);
        using var outputs = Run(new float[Height * Width], hasWeights ? [ModelGraph.Logits, ModelGraph.ClassWeights] : [ModelGraph.Logits], true);
        return hasWeights ? Rows(outputs[1]) : null;
    }

    private IDisposableReadOnlyCollection<OrtValue> Run(Memory<float> pixels, IReadOnlyCollection<string> outputs, bool withMirrorImages)
    {
        var count = pixels.Length / (Height * Width);
        if (count == 0 || pixels.Length % (Height * Width) != 0)
        {
            throw new ArgumentException($"{pixels.Length} numbers are no images of {Width} x {Height} pixels.", nameof(pixels));
        }

        using var images = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, pixels, [count, 1, Height, Width]);
        if (withMirrorImages || !_mirrors)
        {
            return _session.Run(_options, [ModelColumns.Pixels], [images], outputs);
        }

        using var none = OrtValue.CreateTensorValueFromMemory(new long[] { 0 }, [1]);
        return _session.Run(_options, [ModelColumns.Pixels, ModelGraph.MirrorImages], [images, none], outputs);
    }

    // The first dimension's slices.
    private static float[][] Rows(OrtValue value)
    {
        var numbers = value.GetTensorDataAsSpan<float>();
        var rows = new float[value.GetTensorTypeAndShape().Shape[0]][];
        var length = numbers.Length / rows.Length;
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = numbers.Slice(i * length, length).ToArray();
        }

        return rows;
    }
}
