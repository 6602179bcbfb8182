namespace Pneumonia.Blazor.Api.Studies;

/// <summary>A study's image, as the API tells it.</summary>
internal sealed record StudyImage(string Url, string Sha256, long Bytes, int Width, int Height, string Format);
