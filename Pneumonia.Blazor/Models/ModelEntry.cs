using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Core;
using Pneumonia.Core.Package;

namespace Pneumonia.Blazor.Models;

/// <summary>A registered model and what its zip says of itself.</summary>
/// <param name="Model">What the registry knows.</param>
/// <param name="Information">All of its zip but the weights; null where the zip cannot be read.</param>
/// <param name="Fault">One sentence on why the zip cannot be read; null where it can.</param>
public sealed record ModelEntry(RegisteredModel Model, ModelInformation? Information, UserText? Fault);
