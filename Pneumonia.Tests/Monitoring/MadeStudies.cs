using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;

namespace Pneumonia.Tests.Monitoring;

/// <summary>Studies whose scores and looks are drawn from fixed distributions, and the reference of the same ones.</summary>
internal sealed class MadeStudies(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>The reference that a model's zip would hold.</summary>
    public static ReferenceDistribution Reference(int images = 800)
    {
        var made = new MadeStudies(1);
        StoredStudy[] studies = [.. Enumerable.Range(0, images).Select(_ => made.Next(KnownModel.Title("known"), DateTimeOffset.UnixEpoch))];
        return new ReferenceDistribution(images,
        [
            ReferenceDistribution.Feature(ReferenceDistribution.Score, studies.Select(study => study.Score)),
            ReferenceDistribution.Feature(ReferenceDistribution.Brightness, studies.Select(study => study.Look!.Brightness)),
            ReferenceDistribution.Feature(ReferenceDistribution.Contrast, studies.Select(study => study.Look!.Contrast)),
            ReferenceDistribution.Feature(ReferenceDistribution.Sharpness, studies.Select(study => study.Look!.Sharpness)),
            ReferenceDistribution.Feature(ReferenceDistribution.AspectRatio, studies.Select(study => study.Width / (double)study.Height)),
            ReferenceDistribution.Feature(ReferenceDistribution.Megapixels, studies.Select(_ => 2.0)),
        ]);
    }

    /// <summary>The next study.</summary>
    /// <param name="model">The model that answered.</param>
    /// <param name="received">When it came in.</param>
    /// <param name="brighter">How much brighter it is than those of the reference.</param>
    public StoredStudy Next(string model, DateTimeOffset received, double brighter = 0)
    {
        var positive = _random.NextDouble() < 0.6;
        var score = 1 / (1 + Math.Exp(-(positive ? 4 : -4) - Normal()));
        return new StoredStudy
        {
            Id = Guid.CreateVersion7(received).ToString("N"),
            Received = received,
            Source = StudySource.Api,
            ImageSha256 = new string('0', 64),
            ImageBytes = 1,
            FileName = "made.png",
            Width = 1600,
            Height = 1200 + _random.Next(400),
            Format = "png",
            Look = new ImageLook(0.48 + brighter + (0.06 * Normal()), 0.02 * Math.Exp(0.3 * Normal()), 0.22 + (0.02 * Normal())),
            Model = model,
            Probabilities = [new ClassProbability("NORMAL", 1 - score), new ClassProbability("PNEUMONIA", score)],
            PositiveClass = "PNEUMONIA",
            Score = score,
            Threshold = 0.4,
            Verdict = score >= 0.4 ? "PNEUMONIA" : "NORMAL",
            Urgency = Urgency.Soon,
            Status = StudyStatus.New,
        };
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
