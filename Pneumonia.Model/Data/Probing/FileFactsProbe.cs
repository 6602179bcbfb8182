using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Package;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Data.Probing;

/// <summary>Tries to tell the classes by the facts of the files alone, as a network may that is to learn a disease.</summary>
public static class FileFactsProbe
{
    private const int MostFolds = 5;
    private const int MostFacts = 4;
    private const double LeastAuc = 0.6;
    private const int Seed = 1;

    /// <summary>Probes every class against the others, and tells of the one that is told best.</summary>
    /// <param name="images">The images.</param>
    /// <param name="facts">The facts of each.</param>
    /// <returns>Null where a class has fewer than two patients.</returns>
    public static FileFactsFindings? Of(IReadOnlyList<XRay> images, IReadOnlyList<FileFacts> facts)
    {
        var known = images.Zip(facts).DistinctBy(pair => pair.First.Path).ToList();
        XRay[] files = [.. known.Select(pair => pair.First)];
        string[] classes = [.. files.Select(image => image.Class).Distinct().Order(StringComparer.Ordinal)];
        if (classes.Length < 2 || PatientCounts.OfRarestClass(files) is not (>= 2 and var rarest))
        {
            return null;
        }

        var kinds = FactKind.Of([.. known.Select(pair => pair.Second)]);
        var folds = Math.Min(MostFolds, rarest);
        try
        {
            // Of two classes one says it all.
            return (classes.Length == 2 ? classes[^1..] : classes).Select(name => Probe(files, kinds, name, folds)).MaxBy(found => found.Auc);
        }
        catch (UserException)
        {
            // Patients of several classes can be too few to divide.
            return null;
        }
    }

    private static FileFactsFindings Probe(XRay[] images, IReadOnlyList<FactKind> kinds, string told, int folds)
    {
        bool[] positive = [.. images.Select(image => image.Class == told)];
        double AucOf(IEnumerable<FactKind> some)
        {
            float[][] columns = [.. some.SelectMany(kind => kind.Columns)];
            return columns.Length == 0
                ? 0.5
                : RankAuc.Of(LinearProbe.CrossValidated(images, [.. Enumerable.Range(0, images.Length).Select(i => Array.ConvertAll(columns, column => column[i]))], told, folds, Seed), positive);
        }

        var alone = kinds.Select(kind => new TellingFact(kind.Name, AucOf([kind]))).OrderByDescending(fact => fact.Auc).ToList();
        var patients = images.GroupBy(image => image.Class == told).ToDictionary(group => group.Key, group => group.DistinctBy(image => image.Patient).Count());
        return new(
            told, Math.Max(AucOf(kinds), alone.Count == 0 ? 0.5 : alone[0].Auc), FileFactsFindings.ByChance(patients[true], patients[false]),
            [.. alone.Where((fact, i) => i == 0 || fact.Auc >= LeastAuc).Take(MostFacts)]);
    }
}
