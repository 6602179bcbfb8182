namespace Pneumonia.Core.Judging;

/// <summary>Why a model cannot say.</summary>
public enum CannotSayReason
{
    /// <summary>The probability lies between the limits.</summary>
    BetweenLimits,

    /// <summary>Of patients like this one too few were held out to promise how often the model errs.</summary>
    TooFewPatients,

    /// <summary>The image does not tell whether it is a child's or an adult's, and these are judged apart.</summary>
    PopulationUnknown,
}
