namespace Pneumonia.Core.Package;

/// <summary>What an answer needs of a model zip.</summary>
/// <param name="Information">What the zip says of itself.</param>
/// <param name="Onnx">Bytes of the network's ONNX file.</param>
public sealed record ModelNetworks(ModelInformation Information, byte[] Onnx)
{
    /// <summary>Bytes of the ONNX file that finds the lungs; null where the network sees whole images.</summary>
    public byte[]? Lungs { get; init; }
}
