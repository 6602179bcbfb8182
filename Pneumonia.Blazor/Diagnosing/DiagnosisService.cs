using Pneumonia.Blazor.Measuring;
using Pneumonia.Blazor.Serving;
using Pneumonia.Model.Explanation;
using Pneumonia.Model.Imaging;
using Pneumonia.Model.Serving;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>Bytes of an image file in, diagnosis out: decodes, asks the live model, renders what the screen needs.</summary>
public sealed class DiagnosisService(LiveModel model, RadiographDecoder decoder, PredictionMetrics metrics) : IDisposable
{
    // Decoding and inference are bound by the processor: more at once would only make every visitor wait longer.
    private readonly SemaphoreSlim slots = new(Environment.ProcessorCount);

    /// <summary>Decodes an image file off the caller's thread.</summary>
    /// <exception cref="InvalidRadiographException">It is refused; the message is for the visitor.</exception>
    public Task<Radiograph> DecodeAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        RunAsync(() => Decode(name, bytes), cancellation);

    /// <summary>Diagnoses one X-ray off the caller's thread.</summary>
    /// <exception cref="Pneumonia.Model.UserException">No model is loaded; the message is for the visitor.</exception>
    public Task<Diagnosis> DiagnoseAsync(Radiograph radiograph, CancellationToken cancellation) => RunAsync(
        () => Render(radiograph, Predict(new PredictionInput(radiograph, WithSaliency: true))), cancellation);

    /// <summary>What the screen needs of an X-ray that was answered for before.</summary>
    public Task<Diagnosis> RenderAsync(Radiograph radiograph, Prediction prediction, CancellationToken cancellation) =>
        RunAsync(() => Render(radiograph, prediction), cancellation);

    /// <summary>As <see cref="RenderAsync"/>, and where the model that answered is still in service, with the saliency map of its answer.</summary>
    public Task<Diagnosis> ExplainAsync(Radiograph radiograph, Prediction prediction, CancellationToken cancellation) =>
        RunAsync(() => Render(radiograph, prediction with { Saliency = SaliencyOf(radiograph, prediction) }), cancellation);

    /// <summary>The grey levels of an image file, for window and level.</summary>
    /// <inheritdoc cref="DecodeAsync"/>
    public Task<StoredImage> LevelsAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        RunAsync(() => ScreenImages.Levels(Decode(name, bytes)), cancellation);

    /// <summary>Answers for one image off the caller's thread, without anything for a screen.</summary>
    /// <exception cref="Pneumonia.Model.UserException">The image is refused or no model is loaded; the message is for the visitor.</exception>
    public Task<(ImageFacts Image, Prediction Prediction)> PredictAsync(
        string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => RunAsync(
        () =>
        {
            var radiograph = Decode(name, bytes);
            return (ImageFacts.Of(radiograph), Predict(new PredictionInput(radiograph)));
        },
        cancellation);

    public void Dispose() => slots.Dispose();

    private async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await slots.WaitAsync(cancellation);
        try
        {
            return await Task.Run(work, cancellation);
        }
        finally
        {
            slots.Release();
        }
    }

    private Radiograph Decode(string name, ReadOnlyMemory<byte> bytes) => Spans.Run(Spans.Decode, () => decoder.Decode(bytes.Span, name));

    private Prediction Predict(PredictionInput input)
    {
        var prediction = Spans.Run(Spans.Inference, () => model.Predict(input), ("saliency", input.WithSaliency));
        metrics.Count(prediction);
        return prediction;
    }

    private SaliencyMap? SaliencyOf(Radiograph radiograph, Prediction prediction) =>
        !prediction.Refused && model.Gave(prediction)
            && Spans.Run(Spans.Saliency, () => model.Predict(new PredictionInput(radiograph, WithSaliency: true))) is var again
            && again.Model == prediction.Model ? again.Saliency : null;

    private Radiograph? Input(Radiograph radiograph)
    {
        if (model.Information?.Manifest.Preprocessing is not { } size)
        {
            return null;
        }

        var pixels = Array.ConvertAll(
            size.Resize(radiograph), level => (ushort)MathF.Round(ushort.MaxValue * Math.Clamp(level, 0, 1)));
        return new Radiograph(radiograph.Name, size.Width, size.Height, pixels, radiograph.BitDepth, radiograph.Format);
    }

    private Diagnosis Render(Radiograph radiograph, Prediction prediction) => new()
    {
        Prediction = prediction,
        OperatingPoint = model.OperatingPointOf(prediction),
        OperatingPoints = model.OperatingPointsFor(prediction),
        Limits = model.LimitsFor(prediction),
        Image = ImageFacts.Of(radiograph),
        // Where the evidence lies for a verdict that is not given would only mislead.
        Input = prediction.Refused || model.ExplanationMethods.Count == 0 ? null : Input(radiograph),
        View = ScreenImages.View(radiograph),
        Thumbnail = ScreenImages.Thumbnail(radiograph),
        Overlay = !prediction.Refused && prediction.Saliency is { } map ? ScreenImages.Overlay(map, radiograph.Width, radiograph.Height) : null,
        Elapsed = prediction.Elapsed,
    };
}
