using Pneumonia.Core.Data;

namespace Pneumonia.Model.Data.Phantoms;

/// <summary>Which phantoms a folder will hold: the same for the same count and seed.</summary>
internal static class PhantomPlan
{
    // Of ten patients of a class, eight go to train and one each to val and test.
    private static readonly string[] s_splitOfPatient =
        [Split.Train, Split.Train, Split.Val, Split.Train, Split.Test, .. Enumerable.Repeat(Split.Train, 5)];

    // Patients have one, two or three images, as real ones do.
    private static readonly int[] s_imagesOfPatient = [1, 2, 1, 1, 1, 3, 1, 2, 1, 1];

    /// <summary>Lists the phantoms, half of them with pneumonia.</summary>
    public static IReadOnlyList<PlannedPhantom> Make(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Patients(false, count / 2, random), .. Patients(true, count - count / 2, random)];
    }

    private static IEnumerable<PlannedPhantom> Patients(bool pneumonia, int count, Random random)
    {
        for (var (patient, image) = (1, 1); image <= count; patient++)
        {
            var (split, bodySeed) = (s_splitOfPatient[(patient - 1) % s_splitOfPatient.Length], random.Next());
            var kind = pneumonia ? (OpacityKind?)random.Next(2) : null;
            var folder = $"{split}/{(pneumonia ? "PNEUMONIA" : "NORMAL")}";
            for (var i = 1; i <= s_imagesOfPatient[(patient - 1) % s_imagesOfPatient.Length] && image <= count; i++, image++)
            {
                yield return new($"{folder}/{FileName(kind, patient, i, image)}", bodySeed, random.Next(), kind);
            }
        }
    }

    // Lobar pneumonia is most often bacterial, interstitial pneumonia viral.
    private static string FileName(OpacityKind? kind, int patient, int imageOfPatient, int image) =>
        FileNameRules.SyntheticPrefix + kind switch
        {
            OpacityKind.Focal => $"person{patient}_bacteria_{image}.jpeg",
            OpacityKind.Diffuse => $"person{patient}_virus_{image}.jpeg",
            _ => $"IM-{patient:0000}-{imageOfPatient:0000}.jpeg",
        };
}
