using Microsoft.ML.Transforms;

namespace Pneumonia.Core.Package;

/// <summary>The last step of a model's chain: ONNX gives a vector of one text, and a label is a text.</summary>
[CustomMappingFactoryAttribute(ContractName)]
public sealed class VerdictMapping : CustomMappingFactory<VerdictRow, VerdictLabel>
{
    internal const string ContractName = "PneumoniaML.Verdict";

    /// <inheritdoc/>
    public override Action<VerdictRow, VerdictLabel> GetMapping() =>
        static (row, label) => label.PredictedLabel = row.Verdict.GetItemOrDefault(0);
}
