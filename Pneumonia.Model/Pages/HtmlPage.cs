using System.Xml;
using System.Xml.Linq;

namespace Pneumonia.Model.Pages;

/// <summary>A page that needs nothing else: no script, no network, its style and every drawing in it.</summary>
internal static class HtmlPage
{
    private const string StyleName = "Pneumonia.Model.Pages.page.css";

    /// <summary>Makes the page.</summary>
    /// <param name="title">Its title and first heading.</param>
    /// <param name="header">What stands below the heading.</param>
    /// <param name="sections">Its parts; null ones are none.</param>
    /// <param name="footer">What stands at its end.</param>
    public static string Write(string title, IEnumerable<XElement> header, IEnumerable<XElement?> sections, string footer)
    {
        var page = new XElement(
            "html", new XAttribute("lang", "en"),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("meta", new XAttribute("name", "color-scheme"), new XAttribute("content", "light dark")),
                new XElement(
                    "meta", new XAttribute("http-equiv", "Content-Security-Policy"),
                    new XAttribute("content", "default-src 'none'; style-src 'unsafe-inline'; img-src data:")),
                new XElement("title", title),
                new XElement("style", Style())),
            new XElement(
                "body",
                new XElement("header", new XElement("h1", title), header),
                new XElement("main", sections),
                new XElement("footer", Html.Paragraph(footer))));
        MakeWritable(page);
        return $"<!DOCTYPE html>\n{page.ToString(SaveOptions.DisableFormatting)}\n";
    }

    // Names of files may hold what no XML may: control characters, half a pair.
    private static void MakeWritable(XElement page)
    {
        foreach (var text in page.DescendantNodes().OfType<XText>())
        {
            text.Value = Writable(text.Value);
        }

        foreach (var attribute in page.Descendants().Attributes())
        {
            attribute.Value = Writable(attribute.Value);
        }
    }

    private static string Writable(string text) => text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        ? string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()))
        : text;

    private static string Style()
    {
        using var reader = new StreamReader(typeof(HtmlPage).Assembly.GetManifestResourceStream(StyleName)!);
        return reader.ReadToEnd();
    }
}
