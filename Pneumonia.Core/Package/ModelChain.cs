using System.IO.Compression;
using Microsoft.ML;
using Microsoft.ML.Data;
using Pneumonia.Core.Lungs;

namespace Pneumonia.Core.Package;

/// <summary>
/// A model as ML.NET's chain of transformers: the saved preprocessing as a column, the image as pixels, the ONNX graph, the verdict
/// as a label. It consists of ML.NET's own transformers, for no others can be saved.
/// </summary>
/// <param name="Onnx">Bytes of the ONNX file, whose inputs and outputs are <see cref="ModelGraph"/>'s.</param>
/// <param name="Width">Columns of the network's input.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Preprocessing">How an image becomes the network's input, as text of one line, e.g. JSON.</param>
/// <param name="Mapping">The step from path to pixels; its class must carry the contract's name.</param>
public sealed record ModelChain(ReadOnlyMemory<byte> Onnx, int Width, int Classes, string Preprocessing, RadiographMapping Mapping)
{
    /// <summary>Bytes of the ONNX file that finds the lungs, <see cref="LungNetwork"/>'s; null: the network sees whole images.</summary>
    public byte[]? Lungs { get; init; }

    /// <summary>What ML.NET saves of the chain; the same chain gives the same entries.</summary>
    /// <exception cref="IOException">No temporary file can be written.</exception>
    public IReadOnlyList<ChainEntry> Save()
    {
        var folder = Directory.CreateTempSubdirectory("pneumonia-");
        try
        {
            // Given as a file: of a stream, ML.NET would make a temporary file that nobody deletes. What else it makes goes here too.
            var ml = new MLContext { TempFilePath = folder.FullName };
            var file = Path.Combine(folder.FullName, "model.onnx");
            File.WriteAllBytes(file, Onnx.Span);
            var lungs = Path.Combine(folder.FullName, "lungs.onnx");
            File.WriteAllBytes(lungs, Lungs ?? []);
            var empty = ml.Data.LoadFromEnumerable(Array.Empty<XRayFile>());
            using var saved = new MemoryStream();
            using (var chain = Build(ml, empty, file, lungs))
            {
                ml.Model.Save(chain, empty.Schema, saved);
            }

            return Unpack(saved);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private TransformerChain<ITransformer> Build(MLContext ml, IDataView empty, string file, string lungs)
    {
        if (Preprocessing.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            throw new InvalidOperationException("The preprocessing must be a text of one line.");
        }

        // The width alone is fixed: pixels come as a vector of any length, and ML.NET then wants one unknown size that is not the first.
        var shapes = new Dictionary<string, int[]>
        {
            [ModelColumns.Pixels] = [1, 1, -1, Width],
            [ModelColumns.Score] = [1, Classes],
            [ModelColumns.Verdict] = [1, 1],
        };
        return ml.Transforms
            .Expression(ModelColumns.Preprocessing, $"path => @\"{Preprocessing.Replace("\"", "\"\"")}\"", ModelColumns.ImagePath)
            .Append(Pixels(ml, lungs))
            .Append(ml.Transforms.ApplyOnnxModel(
                outputColumnNames: [ModelColumns.Score, ModelColumns.Verdict], inputColumnNames: [ModelColumns.Pixels],
                modelFile: file, shapeDictionary: shapes, gpuDeviceId: null, fallbackToCpu: false))
            .Append(ml.Transforms.CustomMapping(new VerdictMapping().GetMapping(), VerdictMapping.ContractName))
            .Append<ITransformer>(ml.Transforms.DropColumns(
                ModelColumns.Preprocessing, ModelColumns.Pixels, ModelColumns.Verdict))
            .Fit(empty);
    }

    // Where the lungs are cut out, the image is read twice: once to find them, once to cut.
    private IEstimator<ITransformer> Pixels(MLContext ml, string lungs)
    {
        if (Lungs is null)
        {
            return ml.Transforms.CustomMapping(Mapping.GetMapping(), Mapping.Contract);
        }

        return ml.Transforms.CustomMapping(new WholeImageMapping().GetMapping(), WholeImageMapping.ContractName)
            .Append(ml.Transforms.ApplyOnnxModel(
                outputColumnNames: [LungNetwork.Lungs], inputColumnNames: [LungNetwork.Pixels], modelFile: lungs,
                shapeDictionary: new Dictionary<string, int[]>
                {
                    [LungNetwork.Pixels] = [1, 1, -1, LungField.Side], [LungNetwork.Lungs] = [1, 1, LungField.Side, LungField.Side],
                },
                gpuDeviceId: null, fallbackToCpu: false))
            .Append(ml.Transforms.CustomMapping(new FramedImageMapping().GetMapping(), FramedImageMapping.ContractName))
            .Append<ITransformer>(ml.Transforms.DropColumns(LungNetwork.Lungs));
    }

    private static List<ChainEntry> Unpack(Stream saved)
    {
        using var zip = new ZipArchive(saved, ZipArchiveMode.Read);
        return [.. zip.Entries.Select(Copy)];
    }

    private static ChainEntry Copy(ZipArchiveEntry entry)
    {
        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return new ChainEntry(entry.FullName.Replace('\\', '/'), bytes);
    }
}
