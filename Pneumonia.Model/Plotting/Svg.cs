using System.Globalization;
using System.Xml.Linq;

namespace Pneumonia.Model.Plotting;

/// <summary>Elements of a drawing. Colours and fonts are the page's: elements carry classes.</summary>
internal static class Svg
{
    /// <summary>A picture that scales with its place.</summary>
    /// <param name="width">Width in its own units.</param>
    /// <param name="height">Height in its own units.</param>
    /// <param name="description">What a screen reader says.</param>
    /// <param name="content">Its elements.</param>
    public static XElement Picture(double width, double height, string description, params object[] content) => new(
        "svg", new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"), new XAttribute("role", "img"),
        new XAttribute("aria-label", description), content);

    /// <summary>A straight line.</summary>
    public static XElement Line(string kind, double x1, double y1, double x2, double y2) => Element(
        "line", kind, ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2));

    /// <summary>A rectangle.</summary>
    public static XElement Box(string kind, double x, double y, double width, double height) => Element(
        "rect", kind, ("x", x), ("y", y), ("width", Math.Max(0, width)), ("height", Math.Max(0, height)));

    /// <summary>A dot.</summary>
    public static XElement Dot(string kind, double x, double y, double radius) => Element("circle", kind, ("cx", x), ("cy", y), ("r", radius));

    /// <summary>A line through points.</summary>
    public static XElement Path(string kind, IEnumerable<(double X, double Y)> points) => new(
        "polyline", new XAttribute("class", kind), new XAttribute("points", string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))));

    /// <summary>Text; the kind says where its anchor is.</summary>
    public static XElement Text(string kind, double x, double y, string text) => new(Element("text", kind, ("x", x), ("y", y))) { Value = text };

    /// <summary>A number as attributes hold it.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static XElement Element(string name, string kind, params (string Name, double Value)[] attributes) => new(
        name, new XAttribute("class", kind), attributes.Select(attribute => new XAttribute(attribute.Name, Number(attribute.Value))));
}
