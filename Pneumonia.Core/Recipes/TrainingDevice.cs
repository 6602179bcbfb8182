namespace Pneumonia.Core.Recipes;

/// <summary>Where a network is trained.</summary>
public enum TrainingDevice
{
    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>NVIDIA's first GPU.</summary>
    Cuda,
}
