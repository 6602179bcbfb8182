namespace Pneumonia.Core.Recipes;

/// <summary>Numbers that convolutions and matrix products are computed with.</summary>
public enum TrainingPrecision
{
    /// <summary>bfloat16 where the processor has instructions for it, else float32.</summary>
    Auto,

    /// <summary>float32.</summary>
    Float32,

    /// <summary>bfloat16 by autocast; slow on a processor without instructions for it.</summary>
    BFloat16,
}
