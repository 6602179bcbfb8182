using System.ComponentModel;

namespace Pneumonia.Blazor.Api.Models;

/// <summary>A page of models, the one in service first.</summary>
internal sealed record ModelListAnswer(
    IReadOnlyList<ModelAnswer> Models,
    [property: Description("The next page's cursor; null on the last.")] string? Next);
