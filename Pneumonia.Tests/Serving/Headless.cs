using System.Text;
using Pneumonia.Core.Package;

namespace Pneumonia.Tests.Serving;

/// <summary>A zip whose graph does not tell the last layer's weights, as that of a network with a deeper head.</summary>
internal static class Headless
{
    /// <summary>Writes it of another zip.</summary>
    public static string Write(string path, string zip)
    {
        var (information, weights, onnx) = ModelZip.Read(zip);
        var (told, untold) = (Encoding.ASCII.GetBytes(ModelGraph.ClassWeights), Encoding.ASCII.GetBytes(ModelGraph.ClassWeights.ToUpperInvariant()));
        for (var at = onnx.AsSpan().IndexOf(told); at >= 0; at = onnx.AsSpan().IndexOf(told))
        {
            untold.CopyTo(onnx, at);
        }

        ModelZip.Write(path, information, weights, onnx);
        return path;
    }
}
