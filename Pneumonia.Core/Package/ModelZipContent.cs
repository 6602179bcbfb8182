namespace Pneumonia.Core.Package;

/// <summary>A whole model zip.</summary>
/// <param name="Information">All entries but the weights.</param>
/// <param name="Weights">Bytes of <c>weights.safetensors</c>, whose hash has been checked; names and shapes have not.</param>
/// <param name="Onnx">Bytes of the ONNX file, whose hash has been checked.</param>
public sealed record ModelZipContent(ModelInformation Information, byte[] Weights, byte[] Onnx)
{
    /// <summary>Bytes of the ONNX file that finds the lungs, whose hash has been checked; null where the network sees whole images.</summary>
    public byte[]? Lungs { get; init; }
}
