namespace Pneumonia.Model.Training.Loop;

/// <summary>Every epoch draws from its own seed, so that a resumed training draws what the unbroken one does.</summary>
internal static class EpochSeed
{
    /// <summary>The seed of an epoch.</summary>
    /// <param name="seed">The training's.</param>
    /// <param name="epoch">Full epochs done before it.</param>
    public static int Of(int seed, int epoch) => unchecked((seed * 1_000_003) + (epoch * 7919)) & int.MaxValue;
}
