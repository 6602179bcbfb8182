namespace Pneumonia.Model.Tuning;

/// <summary>How values are spread over a range.</summary>
public enum RangeScale
{
    /// <summary>Every value is as likely as any other.</summary>
    Uniform,

    /// <summary>Every order of magnitude is as likely as any other: for learning rates and weight decays.</summary>
    Log,
}
