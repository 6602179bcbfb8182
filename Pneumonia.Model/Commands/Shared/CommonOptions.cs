using System.CommandLine;
using Pneumonia.Core.Numbers;

namespace Pneumonia.Model.Commands.Shared;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary><c>--model ZIP</c>.</summary>
    public static Option<string> Model() => new("--model") { Description = "Model zip, as train writes it.", HelpName = "ZIP", Required = true };

    /// <summary><c>--prevalence P</c>.</summary>
    public static Option<double?> Prevalence()
    {
        var option = NumberOption.Optional<double>("--prevalence", NumberLimits.InnerShare with { Example = 0.1 });
        option.Description = "Give the probabilities for where this share of the patients is positive, e.g. 0.1; the verdicts stay as they are.";
        option.HelpName = "P";
        return option;
    }

    /// <summary><c>--seed N</c>.</summary>
    /// <param name="description">Of what.</param>
    /// <param name="fallback">The seed where none is given.</param>
    public static Option<int> Seed(string description, int fallback = 0) => Number("--seed", "N", description, NumberLimits.Any, fallback);

    /// <summary>An option that takes a whole number.</summary>
    public static Option<int> Number(string name, string help, string description, NumberLimits limits, int fallback)
    {
        var option = NumberOption.Create(name, limits with { Example = fallback }, fallback);
        option.Description = description;
        option.HelpName = help;
        return option;
    }

    /// <summary><c>--json FILE</c>.</summary>
    public static Option<string?> Json() => new("--json") { Description = "File to write the result to as JSON; - for standard output.", HelpName = "FILE" };

    /// <summary><c>--ignore-folders NAMES</c>.</summary>
    public static Option<string?> IgnoreFolders() => new("--ignore-folders")
    {
        Description = "Folders of the data set to leave out, e.g. of masks; separated by commas.", HelpName = "NAMES",
    };

    /// <summary><c>--progress-json</c>.</summary>
    public static Option<bool> ProgressJson() => new("--progress-json") { Description = "Tell the progress as JSON, an object a line on standard output." };

    /// <summary><c>--stop-with-input</c>.</summary>
    public static Option<bool> StopWithInput() => new("--stop-with-input")
    {
        Description = "Stop when standard input ends, as it does when the program that started this one dies.",
    };
}
