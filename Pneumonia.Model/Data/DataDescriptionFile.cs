using System.Text.Json;
using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Files;

namespace Pneumonia.Model.Data;

/// <summary>Reads a data set's description.</summary>
public static class DataDescriptionFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="UserException">It cannot be read, or lacks title, attribution or licence.</exception>
    public static DataDescription Read(string path)
    {
        try
        {
            if (SpecialFile.KindOf(new FileInfo(path)) is { } kind)
            {
                throw new UserException($"{path}: {kind}, where the data set's description is to be.");
            }

            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<DataDescription>(file, ModelJson.Options)
                ?? throw new UserException($"{path}: the data set's description is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UserException($"{path}: the data set's description cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads <see cref="DataDescription.FileName"/> in a folder; null where there is none.</summary>
    /// <exception cref="UserException">It is there, and cannot be read.</exception>
    public static DataDescription? FindIn(string folder)
    {
        var path = Path.Combine(folder, DataDescription.FileName);
        return File.Exists(path) ? Read(path) : null;
    }
}
