namespace Pneumonia.Core.Graphs;

/// <summary>A network that is no ONNX file, another kind of network, or not what its zip says. The message is the reason, without a full stop and
/// without the file's name.</summary>
public sealed class InvalidNetworkException(UserText reason, Exception? innerException = null)
    : Exception(reason.ToString(), innerException), ITranslatable
{
    /// <inheritdoc/>
    public UserText Text { get; } = reason;
}
