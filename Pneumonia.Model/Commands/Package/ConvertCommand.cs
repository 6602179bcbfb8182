using System.CommandLine;
using Pneumonia.Core.Package;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Explaining;
using Pneumonia.Model.Packaging.Onnx;

namespace Pneumonia.Model.Commands.Package;

/// <summary><c>convert</c>: carries a model over from before zips were ML.NET's: the same weights, calibration and figures.</summary>
internal static class ConvertCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var model = CommonOptions.Model();
        var output = new Option<string>("--output") { Description = "Model zip to write.", HelpName = "ZIP", Required = true };
        var command = new Command("convert", "Carry a model of an older version over: the same weights and calibration.") { model, output };
        command.SetAction((result, cancellation) => Task.Run(
            () => Run(result.GetRequiredValue(model), result.GetRequiredValue(output)), cancellation));
        return command;
    }

    private static void Run(string zip, string output)
    {
        var (information, weights) = OldModelZip.Read(zip);
        using var model = TorchModel.Load(zip, information, weights, lungs: null);
        var onnx = NetworkGraph.Write(model.Network, information.Manifest, information.Calibration, information.Adults);
        var written = ModelZip.Write(output, information, weights, onnx);
        Console.Out.WriteLine($"{output}: {written.Manifest.Name} {written.Version}");
    }
}
