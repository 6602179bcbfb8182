namespace Pneumonia.Model.Data.Phantoms;

/// <summary>How a phantom's pneumonia looks.</summary>
public enum OpacityKind
{
    /// <summary>One consolidation with soft, irregular edges, as lobar pneumonia makes.</summary>
    Focal,

    /// <summary>Patches and fine lines over both lungs, as interstitial pneumonia makes.</summary>
    Diffuse,
}
