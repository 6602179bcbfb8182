using Spectre.Console;

namespace Pneumonia.Model.Commands.Shared;

/// <summary>Standard output for tables: without colours and never folded where it is redirected.</summary>
internal static class ResultConsole
{
    private const int Unfolded = 10_000;

    /// <summary>Makes the console.</summary>
    public static IAnsiConsole Create()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = Unfolded;
        return console;
    }
}
