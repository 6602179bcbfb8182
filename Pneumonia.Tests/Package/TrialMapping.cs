using Microsoft.ML.Transforms;
using Pneumonia.Core.Package;

namespace Pneumonia.Tests.Package;

[CustomMappingFactoryAttribute("Trial.Radiograph")]
public sealed class TrialMapping() : RadiographMapping(new TextRadiographReader());
