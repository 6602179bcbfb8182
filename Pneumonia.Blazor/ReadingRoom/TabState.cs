namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>What a tab holds, without images and names of files: little enough for the browser to remember beyond the circuit.</summary>
/// <param name="Studies">Its X-rays that can be opened again, in order.</param>
/// <param name="Selected">Place of the one that is looked at among them; -1 for another or none.</param>
/// <param name="Lost">How many X-rays cannot be opened again, as nothing keeps them.</param>
/// <param name="BlindReading">Whether a reading is asked for before the answer.</param>
/// <param name="OperatingPoint">Name of the operating point of all verdicts; null for each model's own.</param>
/// <param name="FiguresShown">Whether the figures behind a verdict are shown with it.</param>
public sealed record TabState(
    IReadOnlyList<TabStudy> Studies, int Selected, int Lost, bool BlindReading, string? OperatingPoint, bool FiguresShown);
