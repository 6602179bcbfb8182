using Pneumonia.Blazor.Measuring;
using Pneumonia.Blazor.Serving;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Package;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Serving;
using Pneumonia.Core.Serving.Pool;
using Pneumonia.Core.Serving.Queue;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>Bytes of an image file in, diagnosis out: decodes, asks the model through the queue, renders what the screen needs. All of a
/// diagnosis comes from one lease.</summary>
public sealed class DiagnosisService(LiveModel model, InferenceQueue queue, RadiographDecoder decoder, PredictionMetrics metrics) : IDisposable
{
    // Decoding and drawing keep one core each; what asks the model waits in the queue.
    private readonly SemaphoreSlim _slots = new(Environment.ProcessorCount);

    /// <summary>Decodes an image file off the caller's thread.</summary>
    /// <exception cref="InvalidRadiographException">It is refused; the message is for the visitor.</exception>
    public Task<Radiograph> DecodeAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        RunAsync(() => Decode(name, bytes), cancellation);

    /// <summary>Diagnoses one X-ray for a person who waits.</summary>
    /// <exception cref="UserException">No model is loaded, or too many wait; the message is for the visitor.</exception>
    public async Task<Diagnosis> DiagnoseAsync(Radiograph radiograph, CancellationToken cancellation)
    {
        using var lease = await model.LeaseAsync(cancellation);
        var prediction = await PredictAsync(lease, new PredictionInput(radiograph, WithSaliency: true), InferencePriority.Page, cancellation);
        return await RunAsync(() => Render(radiograph, prediction, lease), cancellation);
    }

    /// <summary>What the screen needs of a study that was answered before.</summary>
    public async Task<Diagnosis> RenderAsync(Radiograph radiograph, StoredStudy study, CancellationToken cancellation)
    {
        using var lease = model.TryLease();
        var prediction = StoredPrediction.Of(study, lease?.Information.Manifest);
        return await RunAsync(() => Render(radiograph, prediction, OfWhoGave(prediction, lease)), cancellation);
    }

    /// <summary>As <see cref="RenderAsync"/>, and where the model that answered is still in service, with the saliency map of its answer.</summary>
    public async Task<Diagnosis> ExplainAsync(Radiograph radiograph, StoredStudy study, CancellationToken cancellation)
    {
        using var lease = model.TryLease();
        var prediction = StoredPrediction.Of(study, lease?.Information.Manifest);
        var own = OfWhoGave(prediction, lease);
        if (own is not null && !prediction.Refused)
        {
            var again = await AgainAsync(own, radiograph, InferencePriority.Page, cancellation);
            prediction = prediction with { Saliency = again.Saliency, Lungs = again.Lungs };
        }

        return await RunAsync(() => Render(radiograph, prediction, own), cancellation);
    }

    /// <summary>The saliency map of an answer that a model gave before; null where it explains nothing.</summary>
    /// <exception cref="UserException">Too many wait.</exception>
    public async Task<SaliencyMap?> MapAsync(
        ModelLease lease, Radiograph radiograph, InferencePriority priority, CancellationToken cancellation) =>
        (await AgainAsync(lease, radiograph, priority, cancellation)).Saliency;

    /// <summary>The grey levels of an image file, for window and level.</summary>
    /// <inheritdoc cref="DecodeAsync"/>
    public Task<StoredImage> LevelsAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        RunAsync(() => ScreenImages.Levels(Decode(name, bytes)), cancellation);

    /// <summary>An image file as small as it is in the row of a list.</summary>
    /// <inheritdoc cref="DecodeAsync"/>
    public Task<StoredImage> IconAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        RunAsync(() => ScreenImages.Icon(Decode(name, bytes)), cancellation);

    /// <summary>Answers for one image with the model in service, without anything for a screen.</summary>
    /// <exception cref="UserException">The image is refused, no model is loaded, or too many wait; the message is for the visitor.</exception>
    public async Task<AnsweredImage> PredictAsync(
        string name, ReadOnlyMemory<byte> bytes, InferencePriority priority, CancellationToken cancellation)
    {
        var (radiograph, facts) = await LookAsync(name, bytes, cancellation);
        using var lease = await model.LeaseAsync(cancellation);
        return new AnsweredImage(
            radiograph, facts, await PredictAsync(lease, new PredictionInput(radiograph), priority, cancellation));
    }

    /// <summary>Answers for one image with a model, and with a saliency map where that is asked for.</summary>
    /// <exception cref="UserException">The image is refused, or too many wait; the message is for the visitor.</exception>
    public async Task<AnsweredImage> PredictAsync(
        ModelLease lease, string name, ReadOnlyMemory<byte> bytes, bool withSaliency, CancellationToken cancellation, int? age = null)
    {
        var (radiograph, facts) = await LookAsync(name, bytes, cancellation);
        return new AnsweredImage(radiograph, facts, await PredictAsync(
            lease, new PredictionInput(radiograph, withSaliency, age), InferencePriority.Request, cancellation));
    }

    public void Dispose() => _slots.Dispose();

    private Task<Prediction> AgainAsync(ModelLease lease, Radiograph radiograph, InferencePriority priority, CancellationToken cancellation) =>
        Spans.RunAsync(Spans.Saliency, () => queue.PredictAsync(lease, new PredictionInput(radiograph, WithSaliency: true), priority, cancellation));

    private async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await _slots.WaitAsync(cancellation);
        try
        {
            return await Task.Run(work, cancellation);
        }
        finally
        {
            _slots.Release();
        }
    }

    private Radiograph Decode(string name, ReadOnlyMemory<byte> bytes) => Spans.Run(Spans.Decode, () => decoder.Decode(bytes.Span, name));

    private Task<(Radiograph Radiograph, ImageFacts Facts)> LookAsync(
        string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => RunAsync(
        () =>
        {
            var radiograph = Decode(name, bytes);
            return (radiograph, ImageFacts.Of(radiograph));
        },
        cancellation);

    private async Task<Prediction> PredictAsync(
        ModelLease lease, PredictionInput input, InferencePriority priority, CancellationToken cancellation)
    {
        var prediction = await Spans.RunAsync(
            Spans.Inference, () => queue.PredictAsync(lease, input, priority, cancellation), ("saliency", input.WithSaliency));
        metrics.Count(prediction);
        return prediction;
    }

    /// <summary>The lease where it is of the model that gave an answer, else null.</summary>
    private static ModelLease? OfWhoGave(Prediction prediction, ModelLease? lease) => lease?.Name == prediction.Model ? lease : null;

    private static Radiograph Input(Radiograph radiograph, ModelInformation by)
    {
        var preprocessing = by.Manifest.Preprocessing;
        var (width, height) = preprocessing.Lungs is { } lungs ? (lungs.Side, lungs.Side) : (preprocessing.Width, preprocessing.Height);
        var pixels = Array.ConvertAll(
            ImageResizer.Grey(radiograph, width, height, preprocessing.Interpolation), level => (ushort)MathF.Round(ushort.MaxValue * Math.Clamp(level, 0, 1)));
        return new Radiograph(radiograph.Name, width, height, pixels, radiograph.BitDepth, radiograph.Format);
    }

    private static Calibration? CalibrationOf(Prediction prediction, ModelLease? by) => by?.Information.CalibrationOf(prediction.Population?.Population);

    private static Diagnosis Render(Radiograph radiograph, Prediction prediction, ModelLease? by) => new()
    {
        Prediction = prediction,
        OperatingPoint = CalibrationOf(prediction, by)?.OperatingPoints.FirstOrDefault(point => point.Threshold.Equals(prediction.Threshold)),
        OperatingPoints = CalibrationOf(prediction, by)?.OperatingPoints ?? [],
        Limits = CalibrationOf(prediction, by)?.Triage,
        Lungs = LungShape.Of(prediction.Lungs),
        Image = ImageFacts.Of(radiograph),
        // Where the evidence lies for a verdict that is not given would only mislead.
        Input = prediction.Refused || by is null or { Model.ExplanationMethods.Count: 0 } ? null : Input(radiograph, by.Information),
        View = ScreenImages.View(radiograph),
        Thumbnail = ScreenImages.Thumbnail(radiograph),
        Overlay = !prediction.Refused && prediction.Saliency is { } map ? ScreenImages.Overlay(map, radiograph.Width, radiograph.Height) : null,
        Elapsed = prediction.Elapsed,
    };
}
