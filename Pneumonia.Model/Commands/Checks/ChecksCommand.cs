using System.CommandLine;

namespace Pneumonia.Model.Commands.Checks;

/// <summary><c>checks</c>: whether an image should be judged at all.</summary>
internal static class ChecksCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new("checks", "Fit and measure the checks of a model's input.")
    {
        ChecksFitCommand.Create(),
        ChecksEvaluateCommand.Create(),
    };
}
