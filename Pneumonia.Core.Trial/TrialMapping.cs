using Microsoft.ML.Transforms;
using Pneumonia.Core.Package;

namespace Pneumonia.Core.Trial;

[CustomMappingFactoryAttribute("Trial.Radiograph")]
public sealed class TrialMapping() : RadiographMapping(new TextRadiographReader());
