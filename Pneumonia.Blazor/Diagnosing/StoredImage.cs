namespace Pneumonia.Blazor.Diagnosing;

/// <summary>An encoded image and its media type.</summary>
public sealed record StoredImage(byte[] Bytes, string ContentType);
