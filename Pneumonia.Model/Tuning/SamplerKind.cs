namespace Pneumonia.Model.Tuning;

/// <summary>How trials get their epochs.</summary>
public enum SamplerKind
{
    /// <summary>Every trial is trained to the end.</summary>
    Random,

    /// <summary>Successive halving: all trials get a few epochs, and only the best go on to the next rung.</summary>
    Halving,
}
