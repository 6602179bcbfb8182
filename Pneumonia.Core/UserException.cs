namespace Pneumonia.Core;

/// <summary>An error that the user can mend. Its message is one sentence that names the file or the option; the command line
/// prints it alone, without a stack trace.</summary>
public class UserException : Exception, ITranslatable
{
    /// <summary>Makes an error with its sentence.</summary>
    public UserException(UserText text, Exception? innerException = null)
        : base(text.ToString(), innerException) => Text = text;

    /// <inheritdoc/>
    public UserText Text { get; }
}
