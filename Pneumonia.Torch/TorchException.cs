namespace Pneumonia.Torch;

/// <summary>A call into libtorch failed; the message is libtorch's own.</summary>
/// <param name="message">What libtorch said.</param>
public sealed class TorchException(string message) : Exception(message);
