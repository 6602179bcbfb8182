namespace Pneumonia.Blazor.Storage.Registry;

/// <summary>How large a model zip may be.</summary>
public static class ModelZipLimits
{
    /// <summary>Most bytes of a model zip: what its entries may hold at the most.</summary>
    public const long Bytes = (1L << 30) + (64L << 20);
}
