namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>A synthetic X-ray that the app brings along.</summary>
/// <param name="Title">Name for people, e.g. <c>Normal 1</c>.</param>
/// <param name="Url">Address of a small picture of it.</param>
/// <param name="Image">Its content.</param>
public sealed record Sample(string Title, string Url, IncomingImage Image);
