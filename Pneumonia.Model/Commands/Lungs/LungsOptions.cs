using System.CommandLine;

namespace Pneumonia.Model.Commands.Lungs;

/// <summary>Options that the commands of the lungs share.</summary>
internal static class LungsOptions
{
    /// <summary><c>--data DIR</c>.</summary>
    public static Option<string> Data() => new("--data") { Description = "Folder of X-rays with train|val/CLASS/* or CLASS/*.", HelpName = "DIR", Required = true };

    /// <summary><c>--masks DIR</c>.</summary>
    public static Option<string> Masks() => new("--masks")
    {
        Description = "Folder of masks: of train/CLASS/NAME.jpeg it is train/CLASS/NAME.png. Bright is lung. Images without one are left out.",
        HelpName = "DIR", Required = true,
    };
}
