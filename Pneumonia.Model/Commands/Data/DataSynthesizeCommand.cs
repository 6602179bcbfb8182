using System.CommandLine;
using Pneumonia.Core.Numbers;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Data.Phantoms;

namespace Pneumonia.Model.Commands.Data;

/// <summary><c>data synthesize</c>: a folder of synthetic chest X-rays.</summary>
internal static class DataSynthesizeCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var output = new Option<string>("--output")
        {
            Description = "Folder to make; new or empty.",
            HelpName = "DIR",
            Required = true,
        };
        var count = CommonOptions.Number("--count", "N", "Number of images.", NumberLimits.AtLeast(PhantomFolder.MinCount), 400);
        var seed = CommonOptions.Seed("Seed; the same one gives the same files.");
        var size = CommonOptions.Number("--size", "PIXELS", "Columns and rows of an image.", NumberLimits.Between(64, 2048), 512);
        var masks = new Option<string?>("--masks") { Description = "Folder to make of masks of the lungs, too, as lungs train takes them; new or empty.", HelpName = "DIR" };
        var command = new Command("synthesize", "Draw SYNTHETIC chest X-rays (phantoms), with the places of their opacities.")
        {
            output, count, seed, size, masks,
        };
        // On a thread of its own: Ctrl+C is listened to only once the action has returned its task.
        command.SetAction((result, cancellationToken) => Task.Run(
            () => Run(
                result.GetRequiredValue(output),
                result.GetValue(count),
                result.GetValue(seed),
                result.GetValue(size),
                result.GetValue(masks),
                cancellationToken),
            cancellationToken));
        return command;
    }

    private static void Run(string output, int count, int seed, int size, string? masks, CancellationToken cancellationToken)
    {
        using (var progress = new ProgressLine("Drawing phantoms"))
        {
            PhantomFolder.Write(output, count, seed, size, progress, masks, cancellationToken);
        }

        Console.Out.WriteLine($"{output}: {count} SYNTHETIC images, seed {seed}, {size}x{size} pixels.");
    }
}
