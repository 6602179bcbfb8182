using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Measuring;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Serving;

namespace Pneumonia.Blazor.Records;

/// <summary>The one way in: the image is durable before the row is, and the row before anybody is told.</summary>
public sealed class StudyIntake(ImageFiles images, IStudyStore studies, Identifiers identifiers, TimeProvider clock)
{
    /// <summary>What will be stored of an analysed image.</summary>
    public StoredStudy Describe(
        string fileName,
        ReadOnlyMemory<byte> bytes,
        ImageFacts image,
        Prediction prediction,
        StudySource source,
        string? patient = null,
        bool synthetic = false)
    {
        var score = prediction.PositiveProbability;
        var received = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        return new StoredStudy
        {
            Id = identifiers.New(received),
            Patient = patient,
            Received = received,
            Source = source,
            ImageSha256 = ImageFiles.HashOf(bytes.Span),
            ImageBytes = bytes.Length,
            FileName = fileName,
            Width = image.Width,
            Height = image.Height,
            Format = image.Format.ToString().ToLowerInvariant(),
            Cropped = image.Cropped,
            Look = image.Look,
            Model = prediction.Model,
            Probabilities = prediction.Probabilities,
            PositiveClass = prediction.PositiveClass,
            Score = score,
            Threshold = prediction.Threshold,
            Verdict = prediction.Label,
            Urgency = UrgencyRule.Of(score, prediction.Threshold, prediction.Refused, prediction.Triage),
            Triage = prediction.Triage,
            Meaning = prediction.Meaning,
            Population = prediction.Population,
            Refused = prediction.Refused,
            Reasons = prediction.Reasons,
            Status = prediction.Refused ? StudyStatus.Refused : StudyStatus.New,
            Synthetic = synthetic,
        };
    }

    /// <summary>Stores an image and its study, and returns once both are durable; the study, where it is stored together with something
    /// else, once that is.</summary>
    /// <exception cref="StorageException">It is not stored.</exception>
    public Task KeepAsync(StoredStudy study, ReadOnlyMemory<byte> bytes, StorageTransaction? within = null) => Spans.RunAsync(
        Spans.Store,
        () =>
        {
            images.Put(bytes.Span);
            return studies.AddAsync(study, within);
        });
}
