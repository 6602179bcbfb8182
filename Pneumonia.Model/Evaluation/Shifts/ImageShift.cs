using Pneumonia.Model.Imaging;

namespace Pneumonia.Model.Evaluation.Shifts;

/// <summary>A change that images from another machine may show. It leaves the diagnosis as it is.</summary>
/// <param name="Name">Short name, e.g. <c>underexposed</c>.</param>
/// <param name="Apply">Makes the changed X-ray.</param>
public sealed record ImageShift(string Name, Func<Radiograph, Radiograph> Apply);
