using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Recipes;

namespace Pneumonia.Model.Data.Adults;

/// <summary>Reads a table (CSV, its first line the columns' names) that tells of every X-ray the class, the patient, age, sex and view.</summary>
internal static class AdultTable
{
    private static readonly CsvConfiguration s_format = new(CultureInfo.InvariantCulture) { PrepareHeaderForMatch = header => header.Header.Trim().ToUpperInvariant() };

    /// <summary>Reads the images that have a class.</summary>
    /// <param name="settings">Names the table, its column and what stands there for which class.</param>
    /// <param name="folder">The folder of the table.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="log">Hears how many rows were left out.</param>
    /// <exception cref="UserException">The table or a file is missing, a column is, or a row is none; the message names table and line.</exception>
    public static IReadOnlyList<XRay> Read(AdultSettings settings, string folder, IReadOnlyList<string> classes, Action<string> log)
    {
        var path = Path.Combine(folder, settings.Table!);
        var names = Names(settings, classes);
        var rows = Rows(path, settings.Column);
        var (images, children) = (new List<XRay>(), 0);
        foreach (var row in rows.Where(row => names.ContainsKey(row.Label)))
        {
            var age = Age(row, path);
            if (age is { } years && PatientFacts.Of(years) == Population.Children)
            {
                children++;
                continue;
            }

            var file = Path.GetFullPath(Path.Combine(folder, settings.Images, row.File));
            if (row.File != Path.GetFileName(row.File) || !File.Exists(file))
            {
                throw new UserException($"{path}, line {row.Line}: there is no file {row.File} in {Path.Combine(folder, settings.Images)}.");
            }

            images.Add(new XRay(file, names[row.Label], Split: null, row.Patient, Cause: null, Acquisition: null)
            {
                Facts = new PatientFacts(Population.Adults, age, Word(row.Sex), Word(row.View)),
            });
        }

        if (rows.Count > images.Count)
        {
            log($"adults: of {rows.Count} rows of {settings.Table} {rows.Count - images.Count - children} have none of the words asked for in {settings.Column}"
                + (children > 0 ? $", and {children} are of patients under {PatientFacts.LeastAdultAge}" : ""));
        }

        return images;
    }

    private static Dictionary<string, string> Names(AdultSettings settings, IReadOnlyList<string> classes)
    {
        var pairs = settings.Classes.Count == 0 ? classes.Select(name => (Word: name, Class: name)) : settings.Classes.Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries))
            .Select(pair => pair.Length == 2 ? (pair[0], pair[1]) : throw new UserException($"data.adults.classes: {pair[0]} must be a word and a class, e.g. opacity=PNEUMONIA."));
        return pairs.ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);
    }

    private static List<AdultRow> Rows(string path, string column)
    {
        try
        {
            using var text = new StreamReader(path);
            using var csv = new CsvReader(text, s_format);
            csv.Read();
            csv.ReadHeader();
            foreach (var needed in new[] { "file", "patient", column })
            {
                if (csv.GetFieldIndex(needed, isTryGet: true) < 0)
                {
                    throw new UserException($"{path}: there is no column {needed}; the first line names {string.Join(", ", csv.HeaderRecord!)}.");
                }
            }

            var rows = new List<AdultRow>();
            while (csv.Read())
            {
                rows.Add(new AdultRow(csv.Parser.RawRow, Field("file"), Field("patient"), Field(column), Field("age"), Field("sex"), Field("view")));
            }

            return rows;

            string Field(string name) => csv.TryGetField<string>(name, out var value) ? value?.Trim() ?? "" : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CsvHelperException)
        {
            throw new UserException($"{path}: the table cannot be read: {e.Message.Split('\n')[0].Trim()}", e);
        }
    }

    private static int? Age(AdultRow row, string path) => row.Age.Length == 0 ? null
        : int.TryParse(row.Age, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years <= 130 ? years
        : throw new UserException($"{path}, line {row.Line}: {row.Age} is no age in years.");

    private static string? Word(string text) => text.Length == 0 ? null : text.ToUpperInvariant();
}
