namespace Pneumonia.Core.Lungs;

/// <summary>The lung fields of an X-ray, as <c>predict --json</c> and the HTTP API tell them.</summary>
/// <param name="Area">Share of the image, 0 to 1.</param>
/// <param name="Outline">A closed line for each lung, in shares of the image's width and height.</param>
public sealed record LungShape(double Area, IReadOnlyList<IReadOnlyList<OutlinePoint>> Outline)
{
    /// <summary>The shape of lung fields; null of none.</summary>
    /// <param name="field">What was found.</param>
    public static LungShape? Of(LungField? field) => field is null ? null : new(field.Area, LungOutline.Of(field));
}
