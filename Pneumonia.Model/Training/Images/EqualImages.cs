using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Package;
using Pneumonia.Model.Data;
using Pneumonia.Model.Data.Pictures;

namespace Pneumonia.Model.Training.Images;

/// <summary>What follows for a training from pictures that it has more than once: patients who share one are one patient, so that no division
/// parts them, and a picture of two classes is used for none.</summary>
internal sealed class EqualImages
{
    private readonly Dictionary<string, string> _patients = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<XRay>> _groups;
    private readonly HashSet<XRay> _additional;

    private EqualImages(IEnumerable<IReadOnlyList<XRay>> groups, IReadOnlyList<XRay> additional)
    {
        _additional = [.. additional];
        _groups = [.. groups.Where(group => group.Any(image => !_additional.Contains(image)))];
    }

    /// <summary>What was found; null: nothing.</summary>
    public PictureFindings? Findings => _groups.Count == 0
        ? null
        : new(_groups.Count, _groups.Sum(group => group.Count), _patients.Count(pair => pair.Key != pair.Value), _leftOut.Count);

    /// <summary>Whether <see cref="Apply"/> does anything: equal pictures of one patient and class may stay as they are.</summary>
    public bool ChangesImages => _patients.Count > 0 || _leftOut.Count > 0;

    /// <summary>Looks for equal pictures.</summary>
    /// <param name="store">All images of a training.</param>
    /// <param name="additional">Those of them that are never held out; they give way to the others.</param>
    /// <param name="dropContradictions">Leave out what lies in two classes; else it is refused.</param>
    /// <exception cref="UserException">A picture lies in two classes.</exception>
    public static EqualImages Find(ImageStore store, IReadOnlyList<XRay> additional, bool dropContradictions)
    {
        var groups = EqualPictures.Find(store.ContentHashes, store.Pictures);
        var equal = new EqualImages(groups.Select(group => group.Select(i => store.Images[i]).ToArray()), additional);
        equal.LeaveContradictions(dropContradictions);
        equal.JoinPatients();
        return equal;
    }

    /// <summary>The images to use, under their joined patients.</summary>
    public IReadOnlyList<XRay> Apply(IEnumerable<XRay> images) =>
    [
        .. images.Where(image => !_leftOut.Contains(image.Path))
            .Select(image => _patients.TryGetValue(image.Patient, out var patient) ? image with { Patient = patient } : image),
    ];

    /// <summary>The additional images that show nothing of what is held out.</summary>
    public IReadOnlyList<XRay> ApplyAdditional(IReadOnlyList<XRay> heldOut)
    {
        var judging = heldOut.Select(image => image.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var image in _groups.Where(group => group.Any(each => judging.Contains(each.Path))).SelectMany(group => group.Where(_additional.Contains)))
        {
            _leftOut.Add(image.Path);
        }

        return [.. _additional.Where(image => !_leftOut.Contains(image.Path))];
    }

    /// <summary>Tells what was found and what became of it.</summary>
    public void Report(Action<string> log)
    {
        if (Findings is { } found)
        {
            log($"{found.Images} images show {found.Pictures} pictures that there are more than once: equal ones stand on one side of the hold-out"
                + (found.JoinedPatients > 0 ? $", {found.JoinedPatients} patients are taken for another" : "")
                + (found.LeftOut > 0 ? $", {found.LeftOut} images are left out" : "") + ". See 'data inspect'.");
        }
    }

    private void LeaveContradictions(bool drop)
    {
        var contradictions = _groups.Where(group => Own(group).DistinctBy(image => image.Class).Count() > 1).ToList();
        if (contradictions.Count > 0 && !drop)
        {
            var example = contradictions[0].Where(image => !_additional.Contains(image)).DistinctBy(image => image.Class).Take(2).Select(Name);
            throw new UserException(
                $"{(contradictions.Count == 1 ? (UserText)"1 picture lies" : $"{contradictions.Count} pictures lie")} in more than one class, such as {string.Join(" and ", example)}: "
                + $"a label must be wrong. Mend them ('data inspect' names them all), or give --drop-contradictions to train without them.");
        }

        foreach (var image in contradictions.SelectMany(Own))
        {
            _leftOut.Add(image.Path);
        }

        foreach (var image in _groups.Where(group => group.DistinctBy(image => image.Class).Count() > 1).SelectMany(group => group.Where(_additional.Contains)))
        {
            _leftOut.Add(image.Path);
        }
    }

    // Patients are joined over any number of pictures; the first in ordinal order stands for all.
    private void JoinPatients()
    {
        foreach (var group in _groups.Select(group => Own(group).Where(image => !_leftOut.Contains(image.Path)).Select(image => image.Patient).Distinct().ToList()))
        {
            var names = group.Select(patient => _patients.GetValueOrDefault(patient, patient)).ToHashSet();
            if (names.Count < 2)
            {
                continue;
            }

            var one = names.Order(StringComparer.Ordinal).First();
            foreach (var patient in group.Concat(_patients.Where(pair => names.Contains(pair.Value)).Select(pair => pair.Key)).ToList())
            {
                _patients[patient] = one;
            }
        }
    }

    private IEnumerable<XRay> Own(IReadOnlyList<XRay> group) => group.Where(image => !_additional.Contains(image));

    private static string Name(XRay image) => $"{image.Class}/{Path.GetFileName(image.Path)}";
}
