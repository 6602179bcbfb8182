using Microsoft.ML.OnnxRuntime;
using Pneumonia.Core.Graphs;

namespace Pneumonia.Core.Lungs;

/// <summary>A trained segmentation of lung fields, run by ONNX Runtime. Thread-safe.</summary>
public sealed class LungNetwork : ILungFinder, IDisposable
{
    /// <summary>Name of the input: grey levels from 0 to 1 of the whole X-ray, [N, 1, 128, 128].</summary>
    public const string Pixels = "Pixels";

    /// <summary>Name of the output: probability of lung, 0 to 1, [N, 1, 128, 128].</summary>
    public const string Lungs = "Lungs";

    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();

    /// <summary>Opens an ONNX file.</summary>
    /// <param name="onnx">Bytes of the file.</param>
    /// <param name="threads">How many threads one call may use; 0: one for each core.</param>
    /// <exception cref="InvalidNetworkException">It is no ONNX file, or another kind of network.</exception>
    public LungNetwork(byte[] onnx, int threads = 0)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, EnableCpuMemArena = false };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        try
        {
            _session = new InferenceSession(onnx, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new InvalidNetworkException("the ONNX file that finds the lungs cannot be opened", e);
        }

        if (!IsOne(_session.InputMetadata, Pixels) || !IsOne(_session.OutputMetadata, Lungs))
        {
            _session.Dispose();
            throw new InvalidNetworkException("the ONNX file that should find the lungs is of another kind of network");
        }
    }

    /// <summary>What the file says of itself, by key.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _session.ModelMetadata.CustomMetadataMap;

    /// <inheritdoc/>
    public LungField Find(ReadOnlySpan<float> grey, int width, int height)
    {
        using var image = OrtValue.CreateTensorValueFromMemory(LungField.View(grey, width, height), [1, 1, LungField.Side, LungField.Side]);
        using var outputs = _session.Run(_options, [Pixels], [image], [Lungs]);
        return LungField.Of(outputs[0].GetTensorDataAsSpan<float>());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _options.Dispose();
        _session.Dispose();
    }

    private static bool IsOne(IReadOnlyDictionary<string, NodeMetadata> values, string name) =>
        values.TryGetValue(name, out var value) && value.Dimensions is [_, 1, LungField.Side, LungField.Side] && value.ElementType == typeof(float);
}
