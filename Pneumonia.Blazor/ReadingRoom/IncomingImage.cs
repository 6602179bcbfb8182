namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>An image file that a visitor offers, not yet read.</summary>
/// <param name="Name">File name.</param>
/// <param name="Size">Bytes, as announced.</param>
/// <param name="Open">Opens the content; called once.</param>
/// <param name="Synthetic">Whether it is a phantom.</param>
public sealed record IncomingImage(string Name, long Size, Func<CancellationToken, Stream> Open, bool Synthetic = false);
