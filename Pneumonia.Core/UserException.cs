namespace Pneumonia.Core;

/// <summary>An error that the user can mend. Its message is one sentence that names the file or the option; the command line
/// prints it alone, without a stack trace.</summary>
public class UserException : Exception
{
    /// <summary>Makes an error with its sentence.</summary>
    public UserException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
