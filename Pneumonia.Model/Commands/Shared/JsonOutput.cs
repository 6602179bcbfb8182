using System.Text.Json;
using Pneumonia.Core.Files;

namespace Pneumonia.Model.Commands.Shared;

/// <summary>Writes a result as JSON where the user wants it.</summary>
internal static class JsonOutput
{
    /// <summary>To a file, atomically; or to standard output for <c>-</c>.</summary>
    public static void Write<T>(string path, T value)
    {
        if (path == "-")
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(value, ModelJson.Options));
        }
        else
        {
            AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, value, ModelJson.Options));
        }
    }
}
