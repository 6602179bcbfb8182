using System.CommandLine;
using System.CommandLine.Parsing;
using Pneumonia.Core;
using Pneumonia.Model.Commands.Checks;
using Pneumonia.Model.Commands.Data;
using Pneumonia.Model.Commands.Evaluate;
using Pneumonia.Model.Commands.Explain;
using Pneumonia.Model.Commands.Lungs;
using Pneumonia.Model.Commands.Package;
using Pneumonia.Model.Commands.Predict;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Commands.Train;
using Pneumonia.Model.Commands.Tune;

namespace Pneumonia.Model.Commands;

/// <summary>The command line: <c>train</c>, <c>tune</c>, <c>evaluate</c>, <c>compare</c>, <c>predict</c>, <c>explain</c>, <c>checks</c>,
/// <c>lungs</c>, <c>export</c>, <c>convert</c>, <c>data</c>. Results go to standard output, progress and messages to standard error.</summary>
internal static class CommandLine
{
    // How long a training step under load may take to end after Ctrl-C.
    private static readonly TimeSpan s_lastStep = TimeSpan.FromSeconds(30);

    /// <summary>Runs a command. Every error is one line on standard error and a non-zero exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"error: {OneLine(Told(parsed.Errors))}");
            return ExitCode.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = s_lastStep,
            });
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync($"error: {OneLine(Line(Faults.Tell(e, Path.GetTempPath())))}");
            return ExitCode.Failed;
        }
    }

    /// <summary>All commands.</summary>
    public static RootCommand Create() => new("Learns to tell pneumonia from normal on chest X-rays. Not a medical device.")
    {
        TrainCommand.Create(),
        TuneCommand.Create(),
        EvaluateCommand.Create(),
        CompareCommand.Create(),
        PredictCommand.Create(),
        ExplainCommand.Create(),
        ChecksCommand.Create(),
        LungsCommand.Create(),
        ExportCommand.Create(),
        ConvertCommand.Create(),
        DataCommand.Create(),
    };

    // A sentence that names the option says what it takes, too.
    private static string Told(IReadOnlyList<ParseError> errors) =>
        errors.FirstOrDefault(error => error.Message.StartsWith('-'))?.Message ?? $"{errors[0].Message} See --help.";

    // The app tells it in its visitors' languages.
    private static string Line(UserText fault) =>
        Environment.GetEnvironmentVariable(UserTextJson.Variable) == UserTextJson.Asked ? UserTextJson.Write(fault) : fault.ToString();

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();
}
