using Pneumonia.Core.Lungs;

namespace Pneumonia.Model.Commands.Predict;

/// <summary>The lung fields in a row of <c>predict --json</c>.</summary>
/// <param name="Area">Share of the image, 0 to 1.</param>
/// <param name="Outline">A closed line for each lung, in shares of the image's width and height.</param>
internal sealed record LungsRow(double Area, IReadOnlyList<IReadOnlyList<OutlinePoint>> Outline);
