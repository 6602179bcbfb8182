namespace Pneumonia.Core.Lungs;

/// <summary>An X-ray as the network's input, before its grey levels are normalised.</summary>
/// <param name="Grey">Row-major grey levels from 0 to 1 at the network's size.</param>
/// <param name="Box">What of the whole image it shows.</param>
/// <param name="Lungs">The lung fields that it was cut out by; null where none were looked for.</param>
public sealed record FramedImage(float[] Grey, RelativeBox Box, LungField? Lungs)
{
    /// <summary>What each view shows of the whole image, from above: <see cref="Box"/> alone, unless the whole image stands above it.</summary>
    public IReadOnlyList<RelativeBox> Views { get => field ?? [Box]; init; }
}
