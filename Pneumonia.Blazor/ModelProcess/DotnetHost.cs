using System.Runtime.InteropServices;

namespace Pneumonia.Blazor.ModelProcess;

/// <summary>The <c>dotnet</c> that can run the model's program.</summary>
internal static class DotnetHost
{
    private static readonly string s_name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>That of the runtime this app runs on; else the one that the SDK names; else whichever the search path leads to.</summary>
    public static string Find()
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/
        var own = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", s_name));
        return new[] { own, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") }.FirstOrDefault(File.Exists) ?? s_name;
    }
}
