using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>Another study of the same patient, open for comparison.</summary>
/// <param name="Stored">The study.</param>
/// <param name="Image">What its file says of its image.</param>
/// <param name="ViewId">Its X-ray for the screen.</param>
/// <param name="LevelsId">Its grey levels.</param>
public sealed record PriorStudy(StoredStudy Stored, ImageFacts Image, string ViewId, string LevelsId);
