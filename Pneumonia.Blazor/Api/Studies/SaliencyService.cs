using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Serving;
using Pneumonia.Model.Data;
using Pneumonia.Model.Explanation;
using Pneumonia.Model.Explanation.Quality;
using Pneumonia.Model.Imaging;
using Pneumonia.Model.Serving;

namespace Pneumonia.Blazor.Api.Studies;

/// <summary>Draws what the live model's answer for an image rests on: at once by the model's own method, or by a method that was asked
/// for, and then measured, which takes seconds.</summary>
internal sealed class SaliencyService(LiveModel model, ExplanationService explanations, RadiographDecoder decoder)
{
    /// <exception cref="RequestRefusedException">The model has no such method, or explains nothing.</exception>
    public async Task<DrawnSaliency> DrawAsync(string name, ReadOnlyMemory<byte> bytes, string? method, CancellationToken cancellation)
    {
        method = Check(method);
        var radiograph = await Task.Run(() => decoder.Decode(bytes.Span, name), cancellation);
        var (map, quality) = method is null
            ? (await Task.Run(() => model.Predict(new PredictionInput(radiograph, WithSaliency: true)).Saliency, cancellation), null)
            : await MeasureAsync(radiograph, method, cancellation);
        return map is null ? throw Unexplained() : new DrawnSaliency(
            map, quality, ScreenImages.Overlay(map, radiograph.Width, radiograph.Height).Bytes);
    }

    /// <summary>The method's name as it was meant: an address that is not encoded has blanks for the plus signs of <c>grad-cam++</c>.</summary>
    /// <exception cref="RequestRefusedException">The model has no such method.</exception>
    public string? Check(string? method)
    {
        method = method?.Replace(' ', '+');
        var known = explanations.Methods.Select(each => each.Name).ToList();
        if (method is not null && !known.Contains(method))
        {
            throw known.Count == 0 ? Unexplained() : new RequestRefusedException(
                StatusCodes.Status400BadRequest, $"method is one of {string.Join(", ", known)}.");
        }

        return method;
    }

    private static RequestRefusedException Unexplained() =>
        new(StatusCodes.Status503ServiceUnavailable, "No model that explains itself is in service.");

    private async Task<(SaliencyMap Map, ExplanationQuality? Quality)> MeasureAsync(
        Radiograph radiograph, string method, CancellationToken cancellation)
    {
        var measured = await explanations.ExplainAsync(
            radiograph, new ExplanationQuestion(method), new Progress<DataProgress>(), cancellation);
        return (measured.Map, measured.Quality);
    }
}
