using System.CommandLine;

namespace Pneumonia.Model.Commands.Data;

/// <summary><c>data</c>: looks at data sets and makes synthetic ones.</summary>
internal static class DataCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new("data", "Look at a data set, or make a synthetic one.")
    {
        DataInspectCommand.Create(),
        DataSynthesizeCommand.Create(),
    };
}
