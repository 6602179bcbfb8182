namespace Pneumonia.Model.Training.Pretrained.TensorFlowJs;

/// <summary>Weights that lie one after the other in the bytes of some files.</summary>
/// <param name="Paths">Files beside <c>model.json</c>, whose bytes are joined in this order.</param>
/// <param name="Weights">The weights, in the order of their bytes, without gaps.</param>
internal sealed record TensorFlowJsGroup(IReadOnlyList<string> Paths, IReadOnlyList<TensorFlowJsWeight> Weights)
{
    /// <summary>Reads the group's files.</summary>
    /// <param name="folder">Where they lie.</param>
    /// <exception cref="InvalidDataException">A file is missing, lies elsewhere, or all are not as long as the weights.</exception>
    public byte[] Read(string folder)
    {
        var files = Files(folder).ToArray();
        var expected = Weights.Sum(weight => weight.ByteLength);
        var length = files.Sum(file => file.Length);
        if (length != expected || length > Array.MaxLength)
        {
            throw new InvalidDataException(
                $"{string.Join(", ", Paths)}: {length} bytes, where the weights in the manifest take {expected}.");
        }

        var bytes = new byte[length];
        var filled = 0;
        foreach (var file in files)
        {
            using var stream = file.OpenRead();
            stream.ReadExactly(bytes, filled, (int)file.Length);
            filled += (int)file.Length;
        }

        return bytes;
    }

    /// <summary>The group's files.</summary>
    /// <inheritdoc cref="Read"/>
    public IEnumerable<FileInfo> Files(string folder) => Paths.Select(path => Locate(folder, path));

    private static FileInfo Locate(string folder, string path)
    {
        if (Path.GetFileName(path) != path)
        {
            throw new InvalidDataException($"'{path}' in the manifest is not the name of a file in the same folder.");
        }

        var file = new FileInfo(Path.Combine(folder, path));
        return file.Exists ? file : throw new InvalidDataException($"the file {path}, which the manifest names, is missing.");
    }
}
