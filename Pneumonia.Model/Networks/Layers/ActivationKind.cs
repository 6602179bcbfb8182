namespace Pneumonia.Model.Networks.Layers;

/// <summary>Which activation.</summary>
public enum ActivationKind
{
    /// <summary>Negative elements become 0.</summary>
    Relu,

    /// <summary>Elements limited to 0..6.</summary>
    Relu6,

    /// <summary>x times its logistic function.</summary>
    Silu,
}
