using System.Security.Cryptography;

namespace Pneumonia.Blazor.Storage;

/// <summary>Identifiers of stored things: UUIDs of version 7, whose order is the order of their making, as 32 hexadecimal digits.</summary>
/// <remarks>Within a millisecond, or when the clock was set back, one counts on from the last: drawn anew, two notes of the same
/// millisecond would stand in any order.</remarks>
public sealed class Identifiers(RandomNumberGenerator random)
{
    private const int Version = 7;
    private const int Variant = 0b10;
    private const int LowBits = 62;
    private const int TailBytes = 9;

    private readonly Lock _gate = new();
    private long _lastMillisecond = long.MinValue;
    private UInt128 _tail;

    /// <summary>The next identifier, greater than all before it from here.</summary>
    /// <param name="at">When the thing was made.</param>
    public string New(DateTimeOffset at)
    {
        lock (_gate)
        {
            var millisecond = at.ToUnixTimeMilliseconds();
            if (millisecond > _lastMillisecond)
            {
                (_lastMillisecond, _tail) = (millisecond, Draw());
            }
            else
            {
                _tail++;
            }

            return Format(_lastMillisecond, _tail);
        }
    }

    // 72 of the 74 bits there are, so that there is always room to count on.
    private UInt128 Draw()
    {
        Span<byte> bytes = stackalloc byte[TailBytes];
        random.GetBytes(bytes);
        var drawn = UInt128.Zero;
        foreach (var each in bytes)
        {
            drawn = (drawn << 8) | each;
        }

        return drawn;
    }

    // RFC 9562: 48 bits of time, 4 of version, 12 of the tail, 2 of variant, 62 of the tail.
    private static string Format(long millisecond, UInt128 tail)
    {
        var low = tail & ((UInt128.One << LowBits) - 1);
        var identifier = ((UInt128)(ulong)millisecond << 80) | ((UInt128)Version << 76) | ((tail >> LowBits) << 64) | ((UInt128)Variant << LowBits) | low;
        return identifier.ToString("x32");
    }
}
