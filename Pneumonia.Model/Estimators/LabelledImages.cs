using Microsoft.ML;
using Microsoft.ML.Data;

namespace Pneumonia.Model.Estimators;

/// <summary>Reads paths, labels and patients out of ML.NET's data.</summary>
internal static class LabelledImages
{
    private static readonly string[] s_optional = [nameof(LabelledImage.Population), nameof(LabelledImage.Age), nameof(LabelledImage.Sex), nameof(LabelledImage.View)];

    /// <summary>All rows in their order.</summary>
    /// <param name="data">Data with columns of text; the labels may also be keys, as ML.NET's own trainers want them.</param>
    /// <param name="settings">Names the columns.</param>
    /// <exception cref="ArgumentException">A column is missing or holds something else.</exception>
    public static IReadOnlyList<LabelledImage> Read(IDataView data, EstimatorSettings settings)
    {
        var (path, label) = (Column(data.Schema, settings.ImagePathColumn), Column(data.Schema, settings.LabelColumn));
        DataViewSchema.Column[] others = [.. s_optional.Prepend(settings.PatientColumn).Select(name => data.Schema.GetColumnOrNull(name)).OfType<DataViewSchema.Column>()];
        var rows = new List<LabelledImage>();
        using var cursor = data.GetRowCursor([path, label, .. others]);
        var (readPath, readLabel) = (Text(cursor, path), label.Type is KeyDataViewType ? Key(cursor, label) : Text(cursor, label));
        var read = others.ToDictionary(column => column.Name, column => Text(cursor, column));
        string Read(string column) => read.TryGetValue(column, out var text) ? text() : "";
        while (cursor.MoveNext())
        {
            rows.Add(new LabelledImage
            {
                ImagePath = readPath(),
                Label = readLabel(),
                Patient = Read(settings.PatientColumn),
                Population = Read(nameof(LabelledImage.Population)),
                Age = Read(nameof(LabelledImage.Age)),
                Sex = Read(nameof(LabelledImage.Sex)),
                View = Read(nameof(LabelledImage.View)),
            });
        }

        return rows;
    }

    private static DataViewSchema.Column Column(DataViewSchema schema, string name) =>
        schema.GetColumnOrNull(name) ?? throw new ArgumentException($"The data has no column {name}.");

    private static Func<string> Text(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is not TextDataViewType)
        {
            throw new ArgumentException($"The column {column.Name} holds {column.Type}, and text is needed.");
        }

        var read = row.GetGetter<ReadOnlyMemory<char>>(column);
        var text = default(ReadOnlyMemory<char>);
        return () =>
        {
            read(ref text);
            return text.ToString();
        };
    }

    private static Func<string> Key(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type.RawType != typeof(uint) || !column.HasKeyValues(TextDataViewType.Instance))
        {
            throw new ArgumentException($"The column {column.Name} holds keys without names, and the classes need names.");
        }

        VBuffer<ReadOnlyMemory<char>> buffer = default;
        column.GetKeyValues(ref buffer);
        var names = buffer.DenseValues().Select(name => name.ToString()).ToArray();
        var read = row.GetGetter<uint>(column);
        var key = 0u;
        return () =>
        {
            read(ref key);
            return key == 0 ? throw new ArgumentException($"The column {column.Name} has a row without a class.") : names[key - 1];
        };
    }
}
