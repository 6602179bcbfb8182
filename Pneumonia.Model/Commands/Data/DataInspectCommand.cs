using System.CommandLine;
using System.Text;
using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Data;
using Pneumonia.Model.Data.Inspection;
using Pneumonia.Model.Data.Inspection.Report;
using Pneumonia.Model.Data.Inspection.Report.Sections;

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
        var page = new Option<string?>("--report") { Description = "HTML file to write a page with everything to, with pictures of what is odd; one file, no network.", HelpName = "FILE" };
        var ignore = CommonOptions.IgnoreFolders();
        var command = new Command(
            "inspect", "Count images and patients; name what is not used, unreadable or odd, and equal pictures.") { folder, ignore, page, json };
        // On a thread of its own: Ctrl+C is listened to only once the action has returned its task.
        command.SetAction((result, cancellationToken) => Task.Run(
            () => Run(result.GetRequiredValue(folder), result.GetValue(ignore), result.GetValue(page), result.GetValue(json), cancellationToken), cancellationToken));
        return command;
    }

    private static void Run(string folder, string? ignoreFolders, string? page, bool json, CancellationToken cancellationToken)
    {
        OutputProbe.VerifyFile("--report", page);
        var data = DataSet.Open(folder, ignoreFolders: ignoreFolders);
        DataInspection inspection;
        using (var progress = new ProgressLine("Reading images"))
        {
            inspection = DataInspector.Inspect(data, progress, cancellationToken);
        }

        if (page is not null)
        {
            var text = InspectionHtml.Write(InspectionContent.Of(inspection, data, TimeProvider.System.GetUtcNow(), cancellationToken));
            AtomicFile.Write(page, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
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
