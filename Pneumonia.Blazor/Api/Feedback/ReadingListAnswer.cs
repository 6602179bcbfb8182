using System.ComponentModel;
using Pneumonia.Blazor.Storage.Readings;

namespace Pneumonia.Blazor.Api.Feedback;

/// <summary>A page of a study's readings, oldest first.</summary>
internal sealed record ReadingListAnswer(
    IReadOnlyList<Reading> Readings,
    [property: Description("The next page's cursor; null on the last.")] string? Next);
