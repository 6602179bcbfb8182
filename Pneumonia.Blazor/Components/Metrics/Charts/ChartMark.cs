using Pneumonia.Core.Statistics;

namespace Pneumonia.Blazor.Components.Metrics.Charts;

/// <summary>The chosen point on a line.</summary>
/// <param name="Title">Name of the line.</param>
/// <param name="Point">Where it lies.</param>
/// <param name="Stroke">The line's colour.</param>
public sealed record ChartMark(string Title, CurvePoint Point, string Stroke);
