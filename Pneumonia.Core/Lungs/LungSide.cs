namespace Pneumonia.Core.Lungs;

/// <summary>Which lung, as the patient's.</summary>
public enum LungSide
{
    /// <summary>The patient's right lung, to the left on a frontal X-ray.</summary>
    Right,

    /// <summary>The patient's left lung, to the right on a frontal X-ray.</summary>
    Left,
}
