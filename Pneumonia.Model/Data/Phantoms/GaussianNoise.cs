namespace Pneumonia.Model.Data.Phantoms;

/// <summary>Fast, nearly normal noise: the sum of four uniform 16-bit numbers (Irwin-Hall) out of one step of SplitMix64 (Steele,
/// Lea and Flood 2014, "Fast splittable pseudorandom number generators", figure 15).</summary>
internal struct GaussianNoise(int seed)
{
    // Four uniform numbers of 0 to 65535 have the mean 2 * 65535 and the variance 4 * 65536² / 12.
    private const float Mean = 2 * 65535f;
    private const float Deviation = 37837f;

    private ulong _state = (ulong)seed;

    /// <summary>The next number, of mean 0 and standard deviation 1.</summary>
    public float Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var bits = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        bits ^= bits >> 31;
        var sum = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
        return (sum - Mean) / Deviation;
    }
}
