using System.CommandLine;
using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Data;
using Pneumonia.Model.Data.Inspection;

namespace Pneumonia.Model.Commands.Data;

/// <summary><c>data inspect</c>: counts, sizes, unreadable files, duplicates and leaks of a data set.</summary>
internal static class DataInspectCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var folder = new Option<string>("--data")
        {
            Description = "Folder with train|val|test/CLASS/* or CLASS/*.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "chest_xray",
        };
        var json = new Option<bool>("--json") { Description = "Write JSON instead of tables." };
        var ignore = CommonOptions.IgnoreFolders();
        var command = new Command(
            "inspect", "Count images and patients; name what is not used, unreadable or odd, and equal pictures.") { folder, ignore, json };
        // On a thread of its own: Ctrl+C is listened to only once the action has returned its task.
        command.SetAction((result, cancellationToken) => Task.Run(
            () => Run(result.GetRequiredValue(folder), result.GetValue(ignore), result.GetValue(json), cancellationToken), cancellationToken));
        return command;
    }

    private static void Run(string folder, string? ignoreFolders, bool json, CancellationToken cancellationToken)
    {
        DataInspection inspection;
        using (var progress = new ProgressLine("Reading images"))
        {
            inspection = DataInspector.Inspect(DataSet.Open(folder, ignoreFolders: ignoreFolders), progress, cancellationToken);
        }

        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(inspection, ModelJson.Options));
        }
        else
        {
            DataInspectionTable.Write(inspection, ResultConsole.Create());
        }
    }
}
