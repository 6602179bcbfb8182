using Pneumonia.Core.Checks;
using Pneumonia.Core.Imaging;

namespace Pneumonia.Model.CheckFitting;

/// <summary>An image to fit the checks on.</summary>
/// <param name="Image">The image.</param>
/// <param name="Condition">Its class: <see cref="InputChecks.Upright"/> or a code of <see cref="CheckReasons"/>.</param>
/// <param name="Group">The group of good images that it belongs to; null: it is none.</param>
internal sealed record FittingExample(Radiograph Image, string Condition, string? Group = null);
