using System.CommandLine;

namespace Pneumonia.Model.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary><c>--model ZIP</c>.</summary>
    public static Option<string> Model() => new("--model") { Description = "Model zip, as train writes it.", HelpName = "ZIP", Required = true };

    /// <summary><c>--json FILE</c>.</summary>
    public static Option<string?> Json() => new("--json") { Description = "File to write the result to as JSON; - for standard output.", HelpName = "FILE" };
}
