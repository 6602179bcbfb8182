using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.Components.Worklists;

/// <summary>A study as a row of the worklist: the same row when it is read again, so that the keyboard keeps its place.</summary>
internal sealed class WorklistRow(StoredStudy study) : IEquatable<WorklistRow>
{
    public StoredStudy Study { get; } = study;

    public bool Equals(WorklistRow? other) => other?.Study.Id == Study.Id;

    public override bool Equals(object? obj) => Equals(obj as WorklistRow);

    public override int GetHashCode() => Study.Id.GetHashCode(StringComparison.Ordinal);
}
