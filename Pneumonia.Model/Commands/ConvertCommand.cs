using System.CommandLine;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Serving;
using Pneumonia.Model.Serving.Package;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training.Packaging.Graphs;
using static TorchSharp.torch;

namespace Pneumonia.Model.Commands;

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
        using var scope = NewDisposeScope();
        using var network = Architectures.Find(information.Manifest.Architecture).Create(new NetworkOptions(information.Manifest.Classes.Count));
        try
        {
            StrictWeights.Copy(Safetensors.Load(weights), network);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidModelException(zip, $"{ModelZipEntries.Weights}: {e.Message}", e);
        }

        network.eval();
        var written = ModelZip.Write(output, information, weights, NetworkGraph.Write(network, information.Manifest, information.Calibration));
        Console.Out.WriteLine($"{output}: {written.Manifest.Name} {written.Version}");
    }
}
