namespace Pneumonia.Core.Imaging.Headers;

/// <summary>The file is refused. The message is the reason, without the file's name, which readers of headers do not know.</summary>
internal sealed class InvalidHeaderException(UserText reason) : Exception(reason.ToString()), ITranslatable
{
    /// <summary>The reason given for every file whose end is missing.</summary>
    public const string CutShort = "the file is cut short";

    /// <inheritdoc/>
    public UserText Text { get; } = reason;
}
