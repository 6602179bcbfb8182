using System.Reflection;
using Microsoft.ML.Transforms;

namespace Pneumonia.Core.Package;

/// <summary>
/// The step of a model's chain from an image's path to the network's input. ML.NET saves nothing of it but its contract, so what
/// differs from model to model comes in as a column that an earlier step of the chain fills in.
/// </summary>
/// <param name="reader">Decodes and prepares an image.</param>
public abstract class RadiographMapping(IRadiographReader reader) : CustomMappingFactory<RadiographRow, RadiographPixels>
{
    /// <summary>The name under which ML.NET finds this step when it loads a model.</summary>
    internal string Contract =>
        GetType().GetCustomAttribute<CustomMappingFactoryAttributeAttribute>()?.ContractName
        ?? throw new InvalidOperationException($"{GetType().Name} has no [CustomMappingFactoryAttribute] with the name of its contract.");

    /// <inheritdoc/>
    public sealed override Action<RadiographRow, RadiographPixels> GetMapping() =>
        (row, pixels) => pixels.Pixels = reader.Read(row.ImagePath, row.Preprocessing);
}
