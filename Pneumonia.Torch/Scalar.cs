namespace Pneumonia.Torch;

/// <summary>A number next to a tensor: whole or real, which decides the result's element type as in PyTorch.</summary>
public readonly struct Scalar
{
    // Layout of the struct Number in native/shim.h. Kind: 0 none, 1 whole, 2 real.
    private readonly double _real;
    private readonly long _integer;
    private readonly long _kind;

    private Scalar(double real, long integer, long kind) => (_real, _integer, _kind) = (real, integer, kind);

    /// <summary>Whether the number is whole (made of an int, a long or a bool).</summary>
    public bool IsInteger => _kind == 1;

    /// <summary>The number as a real one.</summary>
    public double ToDouble() => IsInteger ? _integer : _real;

    /// <summary>The number as a whole one, truncated.</summary>
    public long ToInt64() => IsInteger ? _integer : (long)_real;

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(int value) => new(0, value, 1);

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(long value) => new(0, value, 1);

    /// <summary>A real number.</summary>
    public static implicit operator Scalar(float value) => new(value, 0, 2);

    /// <summary>A real number.</summary>
    public static implicit operator Scalar(double value) => new(value, 0, 2);
}
