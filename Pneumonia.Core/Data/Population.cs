namespace Pneumonia.Core.Data;

/// <summary>Patients whose X-rays look alike enough for one calibration, and unlike the others'.</summary>
public enum Population
{
    /// <summary>Under 18 years.</summary>
    Children,

    /// <summary>Of 18 years and more.</summary>
    Adults,
}
