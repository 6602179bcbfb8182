using Microsoft.ML;
using Microsoft.ML.Data;

namespace Pneumonia.Core.Training;

/// <summary>Reads paths and labels out of ML.NET's data.</summary>
internal static class LabelledImages
{
    /// <summary>All rows in their order.</summary>
    /// <param name="data">Data with two columns of text.</param>
    /// <param name="imagePathColumn">The column with the paths.</param>
    /// <param name="labelColumn">The column with the class names.</param>
    /// <exception cref="ArgumentException">A column is missing or holds something else than text.</exception>
    public static IReadOnlyList<LabelledImage> Read(IDataView data, string imagePathColumn, string labelColumn)
    {
        var (path, label) = (Column(data.Schema, imagePathColumn), Column(data.Schema, labelColumn));
        var rows = new List<LabelledImage>();
        using var cursor = data.GetRowCursor([path, label]);
        var (readPath, readLabel) = (cursor.GetGetter<ReadOnlyMemory<char>>(path), cursor.GetGetter<ReadOnlyMemory<char>>(label));
        var (pathText, labelText) = (default(ReadOnlyMemory<char>), default(ReadOnlyMemory<char>));
        while (cursor.MoveNext())
        {
            readPath(ref pathText);
            readLabel(ref labelText);
            rows.Add(new LabelledImage(pathText.ToString(), labelText.ToString()));
        }

        return rows;
    }

    private static DataViewSchema.Column Column(DataViewSchema schema, string name) => schema.GetColumnOrNull(name) switch
    {
        { Type: TextDataViewType } column => column,
        null => throw new ArgumentException($"The data has no column {name}."),
        { } column => throw new ArgumentException($"The column {name} holds {column.Type}, and text is needed."),
    };
}
