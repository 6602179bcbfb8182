namespace Pneumonia.Core.Graphs;

/// <summary>What a tensor of a graph is made of. The numbers are ONNX's own.</summary>
public enum OnnxElement
{
    /// <summary>32-bit floating point; all that the network computes.</summary>
    Single = 1,

    /// <summary>64-bit integers.</summary>
    Int64 = 7,

    /// <summary>UTF-8 text.</summary>
    Text = 8,

    /// <summary>Yes or no.</summary>
    Boolean = 9,

    /// <summary>16-bit floating point, in which weights are stored.</summary>
    Half = 10,

    /// <summary>64-bit floating point; calibration is computed in it, as everywhere else.</summary>
    Double = 11,
}
