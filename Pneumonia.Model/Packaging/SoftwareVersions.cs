using System.Runtime.InteropServices;
using TorchSharp;

namespace Pneumonia.Model.Packaging;

/// <summary>Versions of the software that makes a model.</summary>
internal static class SoftwareVersions
{
    public static IReadOnlyDictionary<string, string> Current => new Dictionary<string, string>
    {
        ["PneumoniaML"] = typeof(SoftwareVersions).Assembly.GetName().Version!.ToString(3),
        ["libtorch"] = torch.__version__,
        [".NET"] = Environment.Version.ToString(),
        ["os"] = RuntimeInformation.OSDescription,
    };
}
