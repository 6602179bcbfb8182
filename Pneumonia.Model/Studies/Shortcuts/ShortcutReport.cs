namespace Pneumonia.Model.Studies.Shortcuts;

/// <summary>Whether a model may be right for wrong reasons (Geirhos et al. 2020; Zech et al. 2018 for chest X-rays).</summary>
/// <param name="Findings">Question by question.</param>
public sealed record ShortcutReport(IReadOnlyList<ShortcutFinding> Findings);
