using Microsoft.ML.OnnxRuntime;
using Pneumonia.Core.Package;

namespace Pneumonia.Core.Serving;

/// <summary>A trained network, run by ONNX Runtime. Thread-safe; one call uses all the threads that it was given.</summary>
public sealed class OnnxNetwork : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly string[] _depths;

    /// <summary>Opens an ONNX file of <see cref="ModelGraph"/>'s inputs and outputs, and runs it once on an empty image.</summary>
    /// <param name="onnx">Bytes of the file.</param>
    /// <param name="threads">How many threads one call may use; 0: one for each core.</param>
    /// <exception cref="InvalidDataException">It is no ONNX file, or another kind of network.</exception>
    public OnnxNetwork(byte[] onnx, int threads = 0)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };

        // Waiting threads sleep: a server has other work than one network.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        try
        {
            _session = new InferenceSession(onnx, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new InvalidDataException("the ONNX file cannot be opened", e);
        }

        try
        {
            if (!_session.InputMetadata.TryGetValue(ModelColumns.Pixels, out var input) || input.Dimensions is not [_, 1, > 0, > 0]
                || !_session.OutputMetadata.ContainsKey(ModelGraph.Logits) || !_session.OutputMetadata.ContainsKey(ModelGraph.FeatureMap))
            {
                throw new InvalidDataException("the ONNX file is of another kind of network");
            }

            (Height, Width) = (input.Dimensions[2], input.Dimensions[3]);
            _depths = [.. Enumerable.Range(0, _session.OutputMetadata.Count).Select(ModelGraph.Depth).TakeWhile(_session.OutputMetadata.ContainsKey)];
            ClassWeights = ReadClassWeights();
        }
        catch (OnnxRuntimeException e)
        {
            _session.Dispose();
            throw new InvalidDataException("the ONNX file does not run", e);
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

    /// <summary>Logits alone.</summary>
    /// <param name="pixels">Prepared images, one behind the other, each row-major.</param>
    /// <returns>A row for each image.</returns>
    public float[][] Logits(float[] pixels)
    {
        using var outputs = Run(pixels, [ModelGraph.Logits]);
        return Rows(outputs[0]);
    }

    /// <summary>Logits and all that explanations and checks need.</summary>
    /// <inheritdoc cref="Logits"/>
    public OnnxAnswer[] Answer(float[] pixels)
    {
        using var outputs = Run(pixels, [ModelGraph.Logits, ModelGraph.FeatureMap, .. _depths]);
        var shape = outputs[1].GetTensorTypeAndShape().Shape;
        var (logits, maps) = (Rows(outputs[0]), Rows(outputs[1]));
        var depths = outputs.Skip(2).Select(Rows).ToArray();
        return [.. logits.Select((row, image) => new OnnxAnswer(
            row, new FeatureMap((int)shape[1], (int)shape[2], (int)shape[3], maps[image]), [.. depths.Select(depth => depth[image])]))];
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
        using var outputs = Run(new float[Height * Width], hasWeights ? [ModelGraph.Logits, ModelGraph.ClassWeights] : [ModelGraph.Logits]);
        return hasWeights ? Rows(outputs[1]) : null;
    }

    private IDisposableReadOnlyCollection<OrtValue> Run(float[] pixels, IReadOnlyCollection<string> outputs)
    {
        var count = pixels.Length / (Height * Width);
        if (count == 0 || pixels.Length % (Height * Width) != 0)
        {
            throw new ArgumentException($"{pixels.Length} numbers are no images of {Width} x {Height} pixels.", nameof(pixels));
        }

        using var input = OrtValue.CreateTensorValueFromMemory(pixels, [count, 1, Height, Width]);
        return _session.Run(_options, [ModelColumns.Pixels], [input], outputs);
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
