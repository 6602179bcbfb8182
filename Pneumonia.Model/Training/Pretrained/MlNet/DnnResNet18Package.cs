using Pneumonia.Core;
using Pneumonia.Core.Recipes;

namespace Pneumonia.Model.Training.Pretrained.MlNet;

/// <summary>ML.NET's package of ResNet-18's ImageNet weights. <c>dotnet publish</c> puts its file beside the program; a program that was
/// only built finds it where NuGet keeps packages, so that no build copies 64 MB.</summary>
internal static class DnnResNet18Package
{
    /// <summary>What <c>--weights</c> calls it.</summary>
    public const string Name = NetworkSettings.DnnResNet18Weights;

    /// <summary>The architecture that takes it.</summary>
    public const string Architecture = Architectures.ResNet18Dnn;

    /// <summary>Where the weights come from, for the model card.</summary>
    public const string Note = $"ImageNet weights in ML.NET's package {Package} {Version}, MIT licence";

    /// <summary>The package's version; Directory.Packages.props names the same.</summary>
    public const string Version = "0.23.1";

    private const string Package = "Microsoft.ML.DnnImageFeaturizer.ResNet18";
    private const string File = "tools/DnnImageModels/ResNet18Onnx/ResNet18.onnx";

    /// <summary>The file that an option <c>--weights</c> means.</summary>
    /// <param name="weights">A path, or <see cref="Name"/>.</param>
    /// <exception cref="UserException">The package is not here.</exception>
    public static string Locate(string weights) => Locate(weights, AppContext.BaseDirectory, PackagesFolder);

    /// <inheritdoc cref="Locate(string)"/>
    /// <param name="weights">A path, or <see cref="Name"/>.</param>
    /// <param name="program">The program's folder.</param>
    /// <param name="packages">NuGet's folder of packages.</param>
    internal static string Locate(string weights, string program, string packages) => weights != Name
        ? weights
        : Candidates(program, packages).FirstOrDefault(System.IO.File.Exists) ?? throw new UserException(
            $"--weights {Name}: the weights are neither beside the program nor in NuGet's folder {packages}. Build or restore Pneumonia.Model, "
            + $"whose package {Package} {Version} brings them, or give that package's file: --weights {Path.GetFileName(File)}.");

    private static string PackagesFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
        ? chosen
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string[] Candidates(string program, string packages) =>
    [
        Path.Combine(program, "weights", $"{Name}.onnx"),
        Path.Combine(packages, Package.ToLowerInvariant(), Version, File),
    ];
}
