using System.Diagnostics;
using Pneumonia.Blazor.Serving;
using Pneumonia.Model.Explanation;
using Pneumonia.Model.Imaging;
using Pneumonia.Model.Serving;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>Bytes of an image file in, diagnosis out: decodes, asks the live model, renders what the screen needs.</summary>
public sealed class DiagnosisService(LiveModel model, RadiographDecoder decoder) : IDisposable
{
    // Decoding and inference are bound by the processor: more at once would only make every visitor wait longer.
    private readonly SemaphoreSlim slots = new(Environment.ProcessorCount);

    /// <summary>Diagnoses one image off the caller's thread.</summary>
    /// <exception cref="Pneumonia.Model.UserException">The image is refused or no model is loaded; the message is for the visitor.</exception>
    public Task<Diagnosis> DiagnoseAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        RunAsync(() => Diagnose(name, bytes.Span), cancellation);

    /// <summary>Answers for one image off the caller's thread, without anything for a screen.</summary>
    /// <exception cref="Pneumonia.Model.UserException">As for <see cref="DiagnoseAsync"/>.</exception>
    public Task<(ImageFacts Image, Prediction Prediction)> PredictAsync(
        string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => RunAsync(
        () =>
        {
            var radiograph = decoder.Decode(bytes.Span, name);
            return (ImageFacts.Of(radiograph), model.Predict(new PredictionInput(radiograph)));
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

    private Diagnosis Diagnose(string name, ReadOnlySpan<byte> bytes)
    {
        var start = Stopwatch.GetTimestamp();
        var radiograph = decoder.Decode(bytes, name);
        var prediction = model.Predict(new PredictionInput(radiograph, WithSaliency: true));
        var elapsed = Stopwatch.GetElapsedTime(start);
        // Where the evidence lies for a verdict that is not given would only mislead.
        var explained = prediction.Refused ? null : prediction.Saliency;
        var view = ScreenImages.View(radiograph);
        return new Diagnosis
        {
            Prediction = prediction,
            OperatingPoint = model.OperatingPointOf(prediction),
            Image = ImageFacts.Of(radiograph),
            Input = explained is null ? null : Input(radiograph),
            View = view,
            Thumbnail = ScreenImages.Thumbnail(radiograph),
            Overlay = explained is { } map ? ScreenImages.Overlay(map, radiograph.Width, radiograph.Height) : null,
            Elapsed = elapsed,
        };
    }
}
