using Pneumonia.Core.Imaging;

namespace Pneumonia.Model.Studies.Shifts;

/// <summary>A change that X-rays from another machine may show. It leaves the diagnosis as it is.</summary>
/// <param name="Name">Short name, e.g. <c>low contrast</c>.</param>
/// <param name="Apply">Makes the changed X-ray. The same X-ray gives the same result, on any thread.</param>
public sealed record ImageShift(string Name, Func<Radiograph, Radiograph> Apply);
