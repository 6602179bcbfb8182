using System.Xml.Linq;

namespace Pneumonia.Model.Data.Inspection.Report.Sections;

/// <summary>Lists of files and their pictures.</summary>
internal static class FileList
{
    /// <summary>A list names no more than these; the JSON has all.</summary>
    public const int Most = 200;

    /// <summary>A picture with the file's name, and what is to be said of it.</summary>
    /// <param name="pictures">The pictures.</param>
    /// <param name="file">Path within the data set.</param>
    /// <param name="words">Said below the name.</param>
    public static XElement Picture(Thumbnails pictures, string file, params IEnumerable<string> words) => new(
        "figure", new XAttribute("class", "thumbnail"),
        pictures.Of(file) is { } address
            ? new XElement("img", new XAttribute("src", address), new XAttribute("alt", $"X-ray {file}"), new XAttribute("loading", "lazy"))
            : new XElement("p", new XAttribute("class", "absent"), "not shown"),
        new XElement("figcaption", new XElement("code", file), words.Select(word => new XElement("span", word))));

    /// <summary>Pictures beside each other.</summary>
    public static XElement Pictures(IEnumerable<XElement> pictures) => new("div", new XAttribute("class", "thumbnails"), pictures);

    /// <summary>Says what a list leaves out; null where it leaves nothing out.</summary>
    public static XElement? Rest(int all, int shown = Most) => all <= shown ? null
        : new XElement("p", new XAttribute("class", "note"), $"{all - shown} more are not shown here; data inspect --json names all.");
}
