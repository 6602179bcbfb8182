using System.ComponentModel;
using Pneumonia.Blazor.Storage.Notes;

namespace Pneumonia.Blazor.Api.Feedback;

/// <summary>A page of a study's remarks, oldest first.</summary>
internal sealed record NoteListAnswer(
    IReadOnlyList<Note> Notes,
    [property: Description("The next page's cursor; null on the last.")] string? Next);
