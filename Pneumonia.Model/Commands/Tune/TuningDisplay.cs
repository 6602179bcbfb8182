using Pneumonia.Model.Tuning;
using Spectre.Console;

namespace Pneumonia.Model.Commands.Tune;

/// <summary>Shows a search's progress on standard error: a live leaderboard on a terminal, plain lines elsewhere.</summary>
internal static class TuningDisplay
{
    /// <summary>Runs a search and shows what it tells.</summary>
    public static TuningState Run(Func<ITuningProgress, TuningState> search)
    {
        if (Console.IsErrorRedirected)
        {
            return search(new PlainTuningProgress(Console.Error, TimeProvider.System));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        TuningState? state = null;
        console.Live(new Text("")).AutoClear(true).Start(
            context => state = search(new LiveTuningProgress(console, context, TimeProvider.System)));
        return state!;
    }
}
