using System.CommandLine;
using Pneumonia.Blazor.Hosting;
using Pneumonia.Blazor.Storage.Backup;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Maintenance;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>. Further arguments are settings, as for the app: <c>--Storage:Path DIR</c>.</summary>
internal static class MaintenanceCommands
{
    /// <summary>Whether the arguments ask for one of them, not for the app.</summary>
    public static bool Understands(string[] args) => args is ["backup" or "restore", ..];

    /// <summary>Runs it. Every error is one line on standard error and exit code 1; 2 where the arguments are wrong.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"error: {parsed.Errors[0].Message} See --help.");
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UserException fault)
        {
            await Console.Error.WriteLineAsync($"error: {fault.Message}");
            return 1;
        }
    }

    private static RootCommand Create() => new("Saves and restores what the web app has stored.") { Backup(), Restore() };

    private static Command Backup()
    {
        var file = File("The zip to write; one that is there is replaced.");
        var command = new Command("backup", "Writes all studies, images and models into one zip. The app may go on meanwhile.") { file };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, _) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            await using var services = Services(parsed.UnmatchedTokens);
            await services.PrepareStorageAsync();
            var manifest = await services.GetRequiredService<StoreBackup>().WriteAsync(path);
            Console.WriteLine($"{path}: {Sizes(manifest)}.");
            return await TellMissingAsync("images", manifest.Missing) & await TellMissingAsync("zips of models", manifest.MissingModels) ? 0 : 1;
        });
        return command;
    }

    private static async Task<bool> TellMissingAsync(string what, IReadOnlyList<string> missing)
    {
        if (missing.Count > 0)
        {
            await Console.Error.WriteLineAsync(
                $"error: {missing.Count} {what} are missing or damaged in the store and are not in the backup, among them {missing[0]}.");
        }

        return missing.Count == 0;
    }

    private static Command Restore()
    {
        var file = File("The zip that backup wrote.");
        var replace = new Option<bool>("--replace") { Description = "Put the backup in the place of what is stored." };
        var command = new Command("restore", "Puts a backup back, all of it or nothing.") { file, replace };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, _) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            await using var services = Services(parsed.UnmatchedTokens);
            var manifest = await services.GetRequiredService<StoreRestore>().ReadAsync(path, parsed.GetValue(replace));
            Console.WriteLine($"{path}: {Sizes(manifest)} restored.");
            return 0;
        });
        return command;
    }

    private static Argument<string> File(string description) => new("file") { Description = description };

    private static string Sizes(BackupManifest manifest) =>
        $"{manifest.Tables.Single(table => table.Name == "studies").Rows} studies, {manifest.Images} images, {manifest.Models} models";

    private static ServiceProvider Services(IReadOnlyList<string> settings)
    {
        var builder = WebApplication.CreateBuilder([.. settings]);
        return builder.Services.AddStorage(builder.Configuration, builder.Environment).BuildServiceProvider();
    }
}
