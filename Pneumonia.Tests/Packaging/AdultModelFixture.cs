using Pneumonia.Core.Data;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Packaging;
using Pneumonia.Model.Training;
using Pneumonia.Tests.Data;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Packaging;

/// <summary>A model that was trained on phantoms, half of which are said to be adults'.</summary>
public sealed class AdultModelFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AdultModelFixture()
    {
        Zip = Path.Combine(_folder.Path, "adults.zip");
        Images = Told(TinyTraining.Images(Phantoms));
        var options = TinyTraining.Options with { EarlyStoppingCriteria = null, Data = TinyTraining.Options.Data with { Adults = new AdultSettings { Share = 0.4 } } };
        using var result = new ImageClassificationTrainer(options).Fit(Images, Phantoms.Data.Classes);
        HeldOut = result.HeldOut;
        Information = TrainedModel.Write(result, Zip, ("phantoms", Synthetic: true), PositiveGroup.Of(Phantoms.Data.Classes), DateTimeOffset.UnixEpoch);
    }

    public PhantomFixture Phantoms { get; } = new();

    /// <summary>All images, each told whose it is.</summary>
    public IReadOnlyList<XRay> Images { get; }

    /// <summary>Those held out.</summary>
    public IReadOnlyList<XRay> HeldOut { get; }

    public ModelInformation Information { get; }

    public string Zip { get; }

    public void Dispose()
    {
        Phantoms.Dispose();
        _folder.Dispose();
    }

    // Every other patient of each class is an adult.
    private static XRay[] Told(IReadOnlyList<XRay> images) =>
    [
        .. images.GroupBy(image => image.Class).SelectMany(own => own.GroupBy(image => image.Patient).Index().SelectMany(patient => patient.Item.Select(image => image with
        {
            Facts = new PatientFacts(patient.Index % 2 == 0 ? Population.Adults : Population.Children, View: patient.Index % 4 == 0 ? "AP" : "PA"),
        }))),
    ];
}
