using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Recipes;

namespace Pneumonia.Model.Training.Loop;

/// <summary>What the auxiliary head learns: the cause, or the class where no image of the class has a cause. With Kermany's file
/// names: NORMAL, bacteria, virus.</summary>
/// <param name="Names">Names of the causes, in ordinal order.</param>
/// <param name="Indexes">Index of every image's cause; -1 where it is not known.</param>
internal sealed record CauseTargets(IReadOnlyList<string> Names, IReadOnlyList<int> Indexes)
{
    /// <summary>Reads the causes that the file names told.</summary>
    /// <exception cref="UserException">No image has a cause.</exception>
    public static CauseTargets Of(IReadOnlyList<XRay> images)
    {
        var caused = images.Where(image => image.Cause is not null).Select(image => image.Class).ToHashSet();
        if (caused.Count == 0)
        {
            throw new UserException($"{nameof(DataSettings.AuxiliaryCause)}: no image's name tells a cause.");
        }

        var causes = images.Select(image => image.Cause ?? (caused.Contains(image.Class) ? null : image.Class)).ToArray();
        var names = causes.OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return new CauseTargets(names, Array.ConvertAll(causes, cause => cause is null ? -1 : names.IndexOf(cause)));
    }
}
