using System.Xml.Linq;

namespace Pneumonia.Model.Plotting;

/// <summary>Estimates with their intervals below each other.</summary>
/// <param name="x">The axis.</param>
/// <param name="reference">Value that a line marks.</param>
internal sealed class ForestPlot(Axis x, double reference)
{
    private const double Width = 440;
    private const double Left = 172;
    private const double InnerWidth = 250;
    private const double RowHeight = 22;
    private const double Top = 8;

    private readonly List<(string Label, (double Value, double Low, double High)? Figure)> _rows = [];

    /// <summary>A row without a figure, over those that belong to it.</summary>
    public ForestPlot Heading(string label)
    {
        _rows.Add((label, null));
        return this;
    }

    /// <summary>A row.</summary>
    /// <param name="label">What is estimated; short.</param>
    /// <param name="figure">The estimate and the ends of its interval.</param>
    public ForestPlot Row(string label, (double Value, double Low, double High) figure)
    {
        _rows.Add((label, figure));
        return this;
    }

    /// <summary>The drawing.</summary>
    /// <param name="description">What a screen reader says.</param>
    public XElement Render(string description)
    {
        var bottom = Top + (_rows.Count * RowHeight) + 4;
        var content = new List<XElement>();
        foreach (var (at, label) in x.Ticks)
        {
            content.Add(Svg.Line("grid", At(at), Top, At(at), bottom));
            content.Add(Svg.Text("tick middle", At(at), bottom + 16, label));
        }

        content.Add(Svg.Line("line chance", At(reference), Top, At(reference), bottom));
        foreach (var (index, (label, figure)) in _rows.Index())
        {
            var middle = Top + ((index + 0.5) * RowHeight);
            content.Add(Svg.Text(figure is null ? "tick start strong" : "tick start", figure is null ? 4 : 14, middle + 4, label));
            if (figure is { } value)
            {
                content.Add(Svg.Line("line first", At(value.Low), middle, At(value.High), middle));
                content.Add(Svg.Dot("dot first", At(value.Value), middle, 4));
            }
        }

        content.Add(Svg.Text("title middle", Left + (InnerWidth / 2), bottom + 36, x.Title));
        return Svg.Picture(Width, bottom + 44, description, content);
    }

    private double At(double value) => Left + (Math.Clamp(x.Share(value), 0, 1) * InnerWidth);
}
