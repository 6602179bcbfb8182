using System.CommandLine;

namespace Pneumonia.Model.Commands.Lungs;

/// <summary><c>lungs</c>: the network that finds the lung fields.</summary>
internal static class LungsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new("lungs", "Train and measure the network that finds the lungs.")
    {
        LungsTrainCommand.Create(),
        LungsEvaluateCommand.Create(),
    };
}
