using System.Globalization;

namespace Pneumonia.Core.Data;

/// <summary>Images to learn from and images held out, no patient on both sides.</summary>
/// <remarks>Both sides depend on the images and the seed alone, not on the order in which the images come.</remarks>
/// <param name="Training">Images to learn from, in ordinal order of their paths.</param>
/// <param name="HeldOut">Images held out, in ordinal order of their paths.</param>
public sealed record PatientSplit(IReadOnlyList<XRay> Training, IReadOnlyList<XRay> HeldOut)
{
    /// <summary>Holds patients out, stratified by class: as near to the fraction of every class's images as whole patients
    /// allow.</summary>
    /// <param name="images">Images to divide.</param>
    /// <param name="fraction">Fraction of the images to hold out, above 0 and below 1.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <exception cref="UserException">The fraction is out of range, or a class has too few patients to stand on both
    /// sides.</exception>
    public static PatientSplit HoldOut(IReadOnlyList<XRay> images, double fraction, int seed)
    {
        CheckFraction(fraction);
        return Divide(images, Drawn(images, fraction, seed));
    }

    /// <summary>Holds the patients with the lowest numbers out, in every class, acquisition and cause apart: where numbers were given
    /// in order of time, a period of their own.</summary>
    /// <param name="images">Images to divide.</param>
    /// <param name="fraction">Fraction of the patients to hold out, above 0 and below 1.</param>
    /// <exception cref="UserException">The fraction is out of range, or a class has too few patients to stand on both sides.</exception>
    public static PatientSplit HoldOutFirst(IReadOnlyList<XRay> images, double fraction)
    {
        CheckFraction(fraction);
        return Divide(images, images.GroupBy(image => (image.Class, image.Acquisition, image.Cause)).SelectMany(group => First(group, fraction)));
    }

    /// <summary>Holds a whole acquisition out, and patients at random of the classes that it has no images of.</summary>
    /// <param name="images">Images to divide.</param>
    /// <param name="acquisition">The acquisition, e.g. <c>IM</c>.</param>
    /// <param name="fraction">Fraction of the other classes' images to hold out, above 0 and below 1.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <exception cref="UserException">There is no such acquisition, or it is all there is of a class, or another class has too few patients
    /// to stand on both sides.</exception>
    public static PatientSplit HoldOutAcquisition(IReadOnlyList<XRay> images, string acquisition, double fraction, int seed) =>
        HoldOutWhole(images, image => image.Acquisition, (false, acquisition), fraction, seed);

    /// <summary>Holds a whole site out, and patients at random of the classes that it has no images of. A patient's number that another site has,
    /// too, is held out there, as it may be the same person.</summary>
    /// <param name="images">Images to divide.</param>
    /// <param name="site">The site, as its folder is called.</param>
    /// <param name="fraction">Fraction of the other classes' images to hold out, above 0 and below 1.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <exception cref="UserException">As for <see cref="HoldOutAcquisition"/>.</exception>
    public static PatientSplit HoldOutSite(IReadOnlyList<XRay> images, string site, double fraction, int seed) =>
        HoldOutWhole(images, image => image.Site, (true, site), fraction, seed);

    private static PatientSplit HoldOutWhole(
        IReadOnlyList<XRay> images, Func<XRay, string?> groupOf, (bool IsSite, string Name) asked, double fraction, int seed)
    {
        CheckFraction(fraction);
        var whole = images.Where(image => groupOf(image) == asked.Name).ToList();
        if (whole.Count == 0)
        {
            string[] present = [.. images.Select(groupOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
            var (kind, teller) = asked.IsSite ? ((UserText)"site", (UserText)"folder") : ("acquisition", "file name");
            throw present.Length > 0
                ? new UserException($"There is no {kind} {asked.Name}; the {teller}s tell {string.Join(", ", present)}.")
                : new UserException($"There is no {kind} {asked.Name}; no {teller} tells one.");
        }

        var classes = whole.Select(image => image.Class).Distinct().ToList();
        if (classes.Find(name => images.All(image => image.Class != name || groupOf(image) == asked.Name)) is { } lost)
        {
            throw asked.IsSite
                ? new UserException($"Site {asked.Name} has all images of class {lost}: held out, it would leave none to learn from.")
                : new UserException($"Acquisition {asked.Name} has all images of class {lost}: held out, it would leave none to learn from.");
        }

        var others = images.Where(image => !classes.Contains(image.Class)).ToList();
        return Divide(images, whole.Select(image => image.Patient).Concat(Drawn(others, fraction, seed)));
    }

    /// <summary>Divides the images into folds for cross-validation, by patient and stratified by class; each fold is held out
    /// once.</summary>
    /// <param name="images">Images to divide.</param>
    /// <param name="count">Number of folds, 2 or more.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <exception cref="UserException">There are fewer than two folds, or a class has too few patients for so many.</exception>
    public static IReadOnlyList<PatientSplit> Folds(IReadOnlyList<XRay> images, int count, int seed)
    {
        if (count < 2)
        {
            throw new UserException($"The number of folds must be 2 or more, but is {count}.");
        }

        var folds = Enumerable.Range(0, count).Select(_ => new HashSet<string>()).ToList();
        foreach (var stratum in Strata(images, seed))
        {
            var sizes = new int[count];
            foreach (var patient in stratum.OrderByDescending(patient => patient.Count()))
            {
                var smallest = Array.IndexOf(sizes, sizes.Min());
                sizes[smallest] += patient.Count();
                folds[smallest].Add(patient.Key);
            }
        }

        return [.. folds.Select(fold => Divide(images, fold))];
    }

    private static void CheckFraction(double fraction)
    {
        if (fraction is not (> 0 and < 1))
        {
            throw new UserException($"The fraction of patients to hold out must lie between 0 and 1, but is {fraction}.");
        }
    }

    private static IEnumerable<string> Drawn(IReadOnlyList<XRay> images, double fraction, int seed) =>
        Strata(images, seed).SelectMany(stratum => Take(stratum, fraction)).Select(patient => patient.Key);

    private static IEnumerable<string> First(IEnumerable<XRay> group, double fraction)
    {
        string[] patients = [.. group.Select(image => image.Patient).Distinct().OrderBy(NumberOf).ThenBy(patient => patient, StringComparer.Ordinal)];
        var share = Math.Max(1, (int)Math.Round(fraction * patients.Length));
        return patients.Take(Math.Min(share, patients.Length - 1));
    }

    // A file whose name tells no patient is its own patient, extension included.
    private static long NumberOf(string patient)
    {
        var name = Path.GetFileNameWithoutExtension(patient);
        var digits = name[(name.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1)..];
        return digits.Length is > 0 and < 19 ? long.Parse(digits, CultureInfo.InvariantCulture) : long.MaxValue;
    }

    // A patient with images of several classes stays whole, so such patients make strata of their own.
    private static List<IGrouping<string, XRay>[]> Strata(IReadOnlyList<XRay> images, int seed)
    {
        var random = new Random(seed);
        var strata = images
            .GroupBy(image => image.Patient)
            .OrderBy(patient => patient.Key, StringComparer.Ordinal)
            .GroupBy(patient => string.Join('|', patient.Select(image => image.Class).Distinct().Order(StringComparer.Ordinal)))
            .OrderBy(stratum => stratum.Key, StringComparer.Ordinal)
            .Select(stratum => stratum.ToArray())
            .ToList();
        strata.ForEach(random.Shuffle);
        return strata;
    }

    private static IEnumerable<IGrouping<string, XRay>> Take(IGrouping<string, XRay>[] patients, double fraction)
    {
        var target = fraction * patients.Sum(patient => patient.Count());
        var taken = 0;
        foreach (var patient in patients.Take(patients.Length - 1))
        {
            var with = taken + patient.Count();
            if (taken == 0 || Math.Abs(with - target) <= Math.Abs(taken - target))
            {
                taken = with;
                yield return patient;
            }
        }
    }

    private static PatientSplit Divide(IReadOnlyList<XRay> images, IEnumerable<string> heldOutPatients)
    {
        var heldOut = heldOutPatients.ToHashSet();
        var sides = images.OrderBy(image => SlashedPath.Of(image.Path), StringComparer.Ordinal).ToLookup(image => heldOut.Contains(image.Patient));
        var split = new PatientSplit([.. sides[false]], [.. sides[true]]);
        foreach (var name in images.Select(image => image.Class).Distinct().Order(StringComparer.Ordinal))
        {
            if (!split.Training.Any(image => image.Class == name) || !split.HeldOut.Any(image => image.Class == name))
            {
                var patients = images.Where(image => image.Class == name).DistinctBy(image => image.Patient).Count();
                throw new UserException(
                    $"Class {name} has too few patients ({patients}) to stand among the training images and those held out.");
            }
        }

        return split;
    }
}
