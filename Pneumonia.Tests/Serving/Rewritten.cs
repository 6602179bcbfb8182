using Pneumonia.Core.Package;
using Pneumonia.Model.Explaining;
using Pneumonia.Model.Packaging.Onnx;

namespace Pneumonia.Tests.Serving;

/// <summary>A zip made of another one's weights and of what a test changed in it.</summary>
internal static class Rewritten
{
    /// <summary>Writes the zip with an ONNX file that fits.</summary>
    public static ModelInformation Write(string path, ModelInformation information, byte[] weights)
    {
        using var model = TorchModel.Load(path, information, weights, lungs: null);
        return ModelZip.Write(path, information, weights, NetworkGraph.Write(model.Network, information.Manifest, information.Calibration, information.Adults));
    }
}
