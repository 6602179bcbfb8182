using System.Xml.Linq;

namespace Pneumonia.Model.Plotting;

/// <summary>A plot with two axes. What leaves them is cut off.</summary>
/// <param name="x">The horizontal axis.</param>
/// <param name="y">The vertical axis.</param>
internal sealed class Plot(Axis x, Axis y)
{
    private const double Width = 440;
    private const double Height = 330;
    private const double Left = 54;
    private const double Top = 10;
    private const double InnerWidth = 374;
    private const double InnerHeight = 268;
    private const double Margin = 6;

    private readonly List<XElement> _content = [];

    /// <summary>A line through points.</summary>
    /// <param name="kind">Class of its colour and stroke.</param>
    /// <param name="points">In the axes' values.</param>
    public Plot Line(string kind, IEnumerable<(double X, double Y)> points) => Add(Svg.Path($"line {kind}", points.Select(At)));

    /// <summary>A dot at each point.</summary>
    /// <inheritdoc cref="Line"/>
    public Plot Dots(string kind, IEnumerable<(double X, double Y)> points, double radius = 4) =>
        points.Select(At).Aggregate(this, (plot, point) => plot.Add(Svg.Dot($"dot {kind}", point.X, point.Y, radius)));

    /// <summary>A bar from 0 up for each value.</summary>
    /// <param name="kind">Class of its colour.</param>
    /// <param name="bars">Where each begins and ends on the horizontal axis, and its height.</param>
    public Plot Bars(string kind, IEnumerable<(double From, double To, double Height)> bars)
    {
        foreach (var (from, to, height) in bars)
        {
            var (left, top) = At((from, height));
            var (right, bottom) = At((to, Math.Max(0, y.Min)));
            Add(Svg.Box($"bar {kind}", left, top, right - left, bottom - top));
        }

        return this;
    }

    /// <summary>The drawing.</summary>
    /// <param name="description">What a screen reader says.</param>
    public XElement Render(string description)
    {
        var (bottom, right) = (Top + InnerHeight, Left + InnerWidth);
        var frame = new List<XElement> { Svg.Box("frame", Left, Top, InnerWidth, InnerHeight) };
        foreach (var (at, label) in x.Ticks)
        {
            var place = At((at, 0)).X;
            frame.Add(Svg.Line("grid", place, Top, place, bottom));
            frame.Add(Svg.Text("tick middle", place, bottom + 17, label));
        }

        foreach (var (at, label) in y.Ticks)
        {
            var place = At((0, at)).Y;
            frame.Add(Svg.Line("grid", Left, place, right, place));
            frame.Add(Svg.Text("tick end", Left - 7, place + 4, label));
        }

        // A nested drawing cuts off what leaves it, without a clip path that would need an identity of its own on the page. Its margin
        // leaves dots and strokes on the frame whole.
        var (x0, y0, width, height) = (Left - Margin, Top - Margin, InnerWidth + (2 * Margin), InnerHeight + (2 * Margin));
        var inner = new XElement(
            "svg", new XAttribute("x", x0), new XAttribute("y", y0), new XAttribute("width", width), new XAttribute("height", height),
            new XAttribute("viewBox", $"{x0} {y0} {width} {height}"), _content);
        var title = Svg.Text("title middle", 0, 0, y.Title);
        title.SetAttributeValue("transform", $"translate(14 {Svg.Number(Top + (InnerHeight / 2))}) rotate(-90)");
        return Svg.Picture(
            Width, Height, description, frame, inner, Svg.Text("title middle", Left + (InnerWidth / 2), Height - 10, x.Title), title);
    }

    private (double X, double Y) At((double X, double Y) point) =>
        (Left + (x.Share(point.X) * InnerWidth), Top + ((1 - y.Share(point.Y)) * InnerHeight));

    private Plot Add(XElement element)
    {
        _content.Add(element);
        return this;
    }
}
