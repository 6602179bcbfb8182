using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Model.Data.Probing;

namespace Pneumonia.Model.Studies.Shortcuts;

/// <summary>Images whose class <see cref="ShortcutFeatures"/> tell wrongly: there a model that rests on such shortcuts is wrong, too, and one
/// that looks at the lungs is not.</summary>
public static class MisledImages
{
    /// <summary>Number of folds, so of patients that every class needs at least.</summary>
    public const int Folds = 5;

    /// <summary>The images that lie nearer to the other classes than to their own, by a <see cref="LinearProbe"/> fitted without their
    /// patients.</summary>
    /// <param name="images">The images.</param>
    /// <param name="features">Features of each.</param>
    /// <param name="seed">Seed of the folds.</param>
    /// <returns>Indices.</returns>
    /// <exception cref="UserException">A class has fewer patients than there are folds.</exception>
    public static IReadOnlyList<int> Of(IReadOnlyList<XRay> images, IReadOnlyList<float[]> features, int seed)
    {
        var misled = new List<int>();
        foreach (var name in images.Select(image => image.Class).Distinct().Order(StringComparer.Ordinal))
        {
            var answers = LinearProbe.CrossValidated(images, features, name, Folds, seed);
            var indices = Enumerable.Range(0, images.Count).ToLookup(i => images[i].Class == name);
            var middle = (indices[true].Average(i => answers[i]) + indices[false].Average(i => answers[i])) / 2;
            misled.AddRange(indices[true].Where(i => answers[i] <= middle));
        }

        return misled;
    }
}
