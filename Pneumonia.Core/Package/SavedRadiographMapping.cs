using Microsoft.ML.Transforms;

namespace Pneumonia.Core.Package;

/// <summary>The step of a saved model's chain that decodes an X-ray and prepares it for the network.</summary>
[CustomMappingFactoryAttribute(ContractName)]
public sealed class SavedRadiographMapping() : RadiographMapping(new RadiographReader())
{
    /// <summary>The name under which ML.NET finds it.</summary>
    public const string ContractName = "PneumoniaML.Radiograph";
}
