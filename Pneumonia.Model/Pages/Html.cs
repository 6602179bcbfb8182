using System.Xml.Linq;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Pages;

/// <summary>Elements of a page.</summary>
internal static class Html
{
    /// <summary>A part of the page with a heading of its own.</summary>
    public static XElement Section(string heading, params object?[] content) =>
        new("section", new XElement("h2", heading), content);

    /// <summary>A paragraph.</summary>
    public static XElement Paragraph(string text) => new("p", text);

    /// <summary>A small paragraph.</summary>
    public static XElement Note(string text) => new("p", new XAttribute("class", "note"), text);

    /// <summary>What nobody should overlook.</summary>
    /// <param name="beginning">Its beginning, which stands out.</param>
    /// <param name="rest">The rest.</param>
    public static XElement Warning(string beginning, string rest) =>
        new("p", new XAttribute("class", "warning"), new XElement("strong", beginning), rest);

    /// <summary>A figure that is seen at a glance, for a <see cref="Cards"/>.</summary>
    public static XElement Card(string name, string value, string? more = null) => new(
        "div", new XElement("dt", name), new XElement("dd", value, more is null ? null : new XElement("small", more)));

    /// <summary>Figures at a glance.</summary>
    public static XElement Cards(params object?[] cards) => new("dl", new XAttribute("class", "cards"), cards);

    /// <summary>Figures beside each other where there is room.</summary>
    public static XElement Figures(params object?[] figures) => new("div", new XAttribute("class", "figures"), figures);

    /// <summary>A drawing with its title, key and the numbers behind it.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="drawing">The drawing.</param>
    /// <param name="key">Class and name of what is drawn.</param>
    /// <param name="numbers">The numbers as a table, folded; null: they stand elsewhere.</param>
    public static XElement Figure(string title, XElement drawing, IEnumerable<(string Kind, string Name)> key, XElement? numbers = null) => new(
        "figure", new XElement("figcaption", title), drawing,
        new XElement("ul", new XAttribute("class", "key"), key.Select(each => new XElement(
            "li", new XElement("span", new XAttribute("class", $"swatch {each.Kind}"), ""), each.Name))),
        numbers is null ? null : new XElement("details", new XElement("summary", "Numbers"), numbers));

    /// <summary>A table that scrolls by itself where the screen is narrow. The first column names the rows.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="head">Names of the columns.</param>
    /// <param name="rows">Cells: texts or elements.</param>
    public static XElement Table(string caption, string[] head, IEnumerable<object[]> rows)
    {
        var header = new XElement("tr", head.Select(name => new XElement("th", new XAttribute("scope", "col"), name)));
        var body = rows.Select(row => new XElement(
            "tr", new XElement("th", new XAttribute("scope", "row"), row[0]), row.Skip(1).Select(cell => new XElement("td", cell))));

        // The caption stands outside of what scrolls, so that it is never cut off.
        return new XElement(
            "div", new XAttribute("class", "table"),
            new XElement("p", new XAttribute("class", "caption"), caption),
            new XElement(
                "div", new XAttribute("class", "scroll"), new XAttribute("tabindex", "0"), new XAttribute("role", "region"),
                new XAttribute("aria-label", caption),
                new XElement("table", new XElement("thead", header), new XElement("tbody", body))));
    }

    /// <summary>A table whose cells are names and words, which begin at the left.</summary>
    /// <inheritdoc cref="Table"/>
    public static XElement Words(string caption, string[] head, IEnumerable<object[]> rows)
    {
        var table = Table(caption, head, rows);
        table.SetAttributeValue("class", "table words");
        return table;
    }

    /// <summary>A finding, marked for the eye and in words.</summary>
    public static XElement Mark(bool isGood, string text) => new("span", new XAttribute("class", isGood ? "good" : "warn"), text);

    /// <summary>A figure with its interval.</summary>
    public static string Range(Estimate? figure) => figure is null ? "–" : $"{figure.Value:0.000} ({figure.Low:0.000} to {figure.High:0.000})";
}
