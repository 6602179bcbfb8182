using Pneumonia.Core;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Serving;
using Pneumonia.Model.CheckFitting.Spoiling;
using Pneumonia.Model.Studies.Shifts;

namespace Pneumonia.Model.CheckFitting.Evaluation;

/// <summary>Measures the checks of a model on good images and on bad ones made of them.</summary>
/// <param name="model">With checks.</param>
/// <param name="seed">Seed of the spoilt images; another than the fit's.</param>
/// <param name="cancellation">Ends the measuring.</param>
internal sealed class ChecksEvaluation(PneumoniaModel model, int seed, CancellationToken cancellation)
{
    private readonly InputChecks _checks = model.Information.Checks ?? throw new UserException("The model has no checks. Fit them with: checks fit.");
    private readonly RadiographDecoder _decoder = new();

    /// <summary>Files as they are.</summary>
    /// <param name="name">What they are.</param>
    /// <param name="files">Their paths.</param>
    /// <param name="expected">The code that should be found; null: they are good.</param>
    public CheckFigure Files(string name, IEnumerable<string> files, string? expected = null) => Measure(name, expected, files.Select(_decoder.DecodeFile));

    /// <summary>Good images, spoilt in every way.</summary>
    /// <param name="files">Their paths.</param>
    public IEnumerable<CheckFigure> Spoil(IReadOnlyList<string> files) => Spoilt.All.Concat(Spoilt.Unseeable).Select(way =>
    {
        var random = new Random(seed);
        return Measure(way.Name, way.Reason, files.Select(file => way.Apply(_decoder.DecodeFile(file), random)));
    });

    /// <summary>Good images under every simulated shift of machine.</summary>
    /// <param name="files">Their paths.</param>
    public IEnumerable<CheckFigure> Shift(IReadOnlyList<string> files) => ImageShifts.All(seed).Skip(1).Select(shift =>
        Measure(shift.Name, null, files.Select(file => shift.Apply(_decoder.DecodeFile(file)))));

    /// <summary>Drawn pictures of other things.</summary>
    /// <param name="count">How many.</param>
    public CheckFigure Pictures(int count)
    {
        var random = new Random(seed);
        return Measure("drawn pictures", CheckReasons.NotChestXray, Enumerable.Range(0, count).Select(index => OtherPictures.Draw(index, 512, random)));
    }

    private CheckFigure Measure(string name, string? expected, IEnumerable<Radiograph> images) => CheckFigure.Of(
        name, expected,
        [.. new EvidenceReader(
            pixels => [.. model.Answer(pixels).Select(answer => answer.Depths)], model.Preparation).Read(images, _checks, cancellation).Select(_checks.Judge)]);
}
