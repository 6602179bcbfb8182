namespace Pneumonia.Core.Data;

/// <summary>Labels of <see cref="LabelScheme.BacteriaVirus"/>: a class folder of that name decides, else the cause in the file's
/// name.</summary>
internal static class CauseLabels
{
    /// <summary>No pneumonia.</summary>
    public const string Normal = "NORMAL";

    /// <summary>Pneumonia that bacteria cause.</summary>
    public const string Bacterial = "BACTERIAL";

    /// <summary>Pneumonia that a virus causes.</summary>
    public const string Viral = "VIRAL";

    /// <summary>The classes, in the order of the scores.</summary>
    public static IReadOnlyList<string> Classes { get; } = [Normal, Bacterial, Viral];

    /// <summary>The image with its class by cause; null where nothing tells it.</summary>
    public static XRay? Relabel(XRay image)
    {
        var name = Classes.FirstOrDefault(each => each.Equals(image.Class, StringComparison.OrdinalIgnoreCase)) ?? image.Cause switch
        {
            "bacteria" => Bacterial,
            "virus" => Viral,
            _ => null,
        };
        return name is null ? null : image with { Class = name };
    }
}
