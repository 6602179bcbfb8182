using System.CommandLine;
using Pneumonia.Core.Files;
using Pneumonia.Core.Package;
using Pneumonia.Model.Commands.Shared;

namespace Pneumonia.Model.Commands.Package;

/// <summary><c>export</c>: gives a model's ONNX file away.</summary>
internal static class ExportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var model = CommonOptions.Model();
        var output = new Option<string>("--output") { Description = "ONNX file to write.", HelpName = "FILE.onnx", Required = true };
        var command = new Command("export", "Write a model as an ONNX file, for programs in other languages.") { model, output };
        command.SetAction((result, cancellation) => Task.Run(
            () => Run(result.GetRequiredValue(model), result.GetRequiredValue(output)), cancellation));
        return command;
    }

    private static void Run(string zip, string output)
    {
        var networks = ModelZip.ReadOnnx(zip);
        var (information, onnx) = networks;
        AtomicFile.Write(output, stream => stream.Write(onnx));
        if (networks.Lungs is { } lungs)
        {
            AtomicFile.Write(LungsBeside(output), stream => stream.Write(lungs));
        }

        Console.Out.WriteLine($"{output}: {information.Manifest.Name} {information.Version}, {onnx.Length / 1e6:0.0} MB{(networks.Lungs is null ? "" : $"; who finds its lungs: {LungsBeside(output)}")}");
    }

    private static string LungsBeside(string output) => Path.ChangeExtension(output, ".lungs.onnx");
}
