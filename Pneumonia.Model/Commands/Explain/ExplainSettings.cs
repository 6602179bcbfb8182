using Pneumonia.Core.Serving;

namespace Pneumonia.Model.Commands.Explain;

/// <summary>What <c>explain</c> is asked.</summary>
/// <param name="Model">The model's zip.</param>
/// <param name="Files">The X-rays.</param>
/// <param name="Question">Method, class and seed.</param>
/// <param name="Output">Folder to write to.</param>
/// <param name="MapOnly">Whether the maps are left unmeasured.</param>
/// <param name="AsStored">Whether the files are what a decoder made, to be taken as they are.</param>
/// <param name="ProgressAsJson">Whether a program listens, which wants no table.</param>
internal sealed record ExplainSettings(
    string Model, IReadOnlyList<string> Files, ExplanationQuestion Question, string Output, bool MapOnly, bool AsStored,
    bool ProgressAsJson);
