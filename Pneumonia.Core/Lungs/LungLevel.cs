namespace Pneumonia.Core.Lungs;

/// <summary>Which third of a lung's height.</summary>
public enum LungLevel
{
    /// <summary>The uppermost third.</summary>
    Upper,

    /// <summary>The middle third.</summary>
    Mid,

    /// <summary>The lowest third.</summary>
    Lower,
}
