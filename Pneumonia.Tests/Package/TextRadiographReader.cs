using System.Text.Json;
using Pneumonia.Core.Package;

namespace Pneumonia.Tests.Package;

/// <summary>Reads "images" that are text files of numbers from 0 to 1, and normalises them.</summary>
public sealed class TextRadiographReader : IRadiographReader
{
    public float[] Read(string path, string preprocessing)
    {
        using var options = JsonDocument.Parse(preprocessing);
        var (mean, std) = (options.RootElement.GetProperty("mean").GetSingle(), options.RootElement.GetProperty("std").GetSingle());
        return [.. File.ReadAllText(path).Split(' ').Select(number => (float.Parse(number) - mean) / std)];
    }
}
