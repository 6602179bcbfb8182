using System.Reflection;
using Pneumonia.Core;

namespace Pneumonia.Blazor.ModelProcess;

/// <summary>Where the program <c>Pneumonia.Model</c> is, which trains and computes gradients: libtorch is its alone.</summary>
/// <param name="configured">Path that the operator names; null or empty for none.</param>
/// <param name="folder">The app's folder.</param>
/// <param name="built">Where the build puts it, seen from the app's folder; null where that is not known.</param>
internal sealed class ModelProgram(string? configured, string folder, string? built)
{
    /// <summary>Setting that names it.</summary>
    public const string Setting = "Model:Program";

    /// <summary>The attribute with which the build says where it puts it.</summary>
    internal const string BuiltAttribute = "ModelProgram";

    // As publishing lays it out: see build/ModelProgram.targets.
    private static readonly string s_published = Path.Combine("Pneumonia.Model", "Pneumonia.Model.dll");

    /// <summary>Where the build of this app put it, seen from the app's folder; null where it does not say.</summary>
    public static string? Built => typeof(ModelProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == BuiltAttribute)?.Value;

    /// <summary>Why it is not there, in one sentence; null where it is.</summary>
    public UserText? Obstacle => Find() is not null
        ? null
        : IsConfigured
            ? (UserText)$"{Setting} {configured}: there is no such file, and training and gradients need that program."
            : $"Training and the methods that need gradients take the program Pneumonia.Model, which this app was published without: publish it "
                + $"without WithTraining=false, or name the program's Pneumonia.Model.dll in the setting {Setting}.";

    /// <summary>Full path of its assembly.</summary>
    /// <exception cref="UserException">It is not there; the sentence says how it is to be had.</exception>
    public string Location => Find() ?? throw new UserException(Obstacle!);

    private bool IsConfigured => !string.IsNullOrWhiteSpace(configured);

    // What is named and missing is told: another one in its place would only surprise.
    private string? Find() =>
        (IsConfigured ? [configured!] : new[] { s_published, built }.OfType<string>())
        .Select(path => Path.GetFullPath(path, folder))
        .FirstOrDefault(File.Exists);
}
