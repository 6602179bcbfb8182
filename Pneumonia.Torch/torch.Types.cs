namespace Pneumonia.Torch;

public static partial class torch
{
    /// <summary>The type of a tensor's elements, numbered as in libtorch.</summary>
    public enum ScalarType
    {
        /// <summary>8-bit unsigned whole numbers.</summary>
        Byte = 0,

        /// <summary>32-bit whole numbers.</summary>
        Int32 = 3,

        /// <summary>64-bit whole numbers.</summary>
        Int64 = 4,

        /// <summary>16-bit IEEE numbers.</summary>
        Float16 = 5,

        /// <summary>32-bit IEEE numbers.</summary>
        Float32 = 6,

        /// <summary>64-bit IEEE numbers.</summary>
        Float64 = 7,

        /// <summary>True or false.</summary>
        Bool = 11,

        /// <summary>16-bit numbers with the exponent of a 32-bit one.</summary>
        BFloat16 = 15,
    }

    /// <summary>How the elements of an image batch (N, C, H, W) lie in memory, numbered as in libtorch.</summary>
    public enum memory_format
    {
        /// <summary>Channel after channel.</summary>
        contiguous = 0,

        /// <summary>As they lie now.</summary>
        preserve = 1,

        /// <summary>Pixel after pixel, a pixel's channels side by side: the fast layout for convolutions.</summary>
        channels_last = 2,
    }

    /// <inheritdoc cref="ScalarType.Byte"/>
    public const ScalarType uint8 = ScalarType.Byte;

    /// <inheritdoc cref="ScalarType.Int32"/>
    public const ScalarType int32 = ScalarType.Int32;

    /// <inheritdoc cref="ScalarType.Int64"/>
    public const ScalarType int64 = ScalarType.Int64;

    /// <inheritdoc cref="ScalarType.Float16"/>
    public const ScalarType float16 = ScalarType.Float16;

    /// <inheritdoc cref="ScalarType.Float32"/>
    public const ScalarType float32 = ScalarType.Float32;

    /// <inheritdoc cref="ScalarType.Float64"/>
    public const ScalarType float64 = ScalarType.Float64;

    /// <inheritdoc cref="ScalarType.BFloat16"/>
    public const ScalarType bfloat16 = ScalarType.BFloat16;

    /// <summary>The element type that holds the .NET type <typeparamref name="T"/>.</summary>
    /// <exception cref="ArgumentException">No element type does.</exception>
    internal static ScalarType TypeOf<T>() where T : unmanaged => default(T) switch
    {
        byte => ScalarType.Byte,
        int => ScalarType.Int32,
        long => ScalarType.Int64,
        Half => ScalarType.Float16,
        float => ScalarType.Float32,
        double => ScalarType.Float64,
        bool => ScalarType.Bool,
        _ => throw new ArgumentException($"A tensor cannot hold elements of type {typeof(T).Name}."),
    };
}
