using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Serving;
using Pneumonia.Core.Serving.Pool;
using Pneumonia.Core.Serving.Queue;

namespace Pneumonia.Blazor.Api.Studies;

/// <summary>Draws what an answer rests on: the map that came with it by the model's own method, or one by a method that was asked for,
/// which is measured, too, and takes seconds.</summary>
internal sealed class SaliencyService(DiagnosisService diagnoses, ExplanationService explanations)
{
    /// <summary>The method's name as it was meant: an address that is not encoded has blanks for the plus signs of <c>grad-cam++</c>.</summary>
    /// <exception cref="RequestRefusedException">The model has no such method.</exception>
    public string? Check(ModelLease lease, string? method)
    {
        method = method?.Replace(' ', '+');
        var known = lease.Model.ExplanationMethods.Select(each => each.Name).ToList();
        if (method is not null && !known.Contains(method))
        {
            throw known.Count == 0 ? Unexplained() : new RequestRefusedException(
                StatusCodes.Status400BadRequest, explanations.ObstacleTo(method) ?? (UserText)$"method is one of {string.Join(", ", known)}.");
        }

        return method;
    }

    /// <summary>Draws it for an answer of the store.</summary>
    /// <exception cref="RequestRefusedException">The model has no such method, or explains nothing.</exception>
    public async Task<DrawnSaliency> DrawAsync(
        ModelLease lease, StoredStudy study, ReadOnlyMemory<byte> bytes, string? method, CancellationToken cancellation)
    {
        method = Check(lease, method);
        var radiograph = await diagnoses.DecodeAsync(study.FileName, bytes, cancellation);
        var prediction = StoredPrediction.Of(study, lease.Information.Manifest);
        return await DrawAsync(
            lease,
            radiograph,
            method is null
                ? prediction with { Saliency = await diagnoses.MapAsync(lease, radiograph, InferencePriority.Request, cancellation) }
                : prediction,
            method,
            cancellation);
    }

    /// <summary>Draws it for an answer that was just given.</summary>
    /// <param name="lease">The model that has answered.</param>
    /// <param name="radiograph">The image.</param>
    /// <param name="prediction">The answer, with its map where no method is asked for.</param>
    /// <param name="method">A method that was checked; null for the map of the answer.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="RequestRefusedException">The model explains nothing, or not without a method.</exception>
    public async Task<DrawnSaliency> DrawAsync(
        ModelLease lease, Radiograph radiograph, Prediction prediction, string? method, CancellationToken cancellation)
    {
        var measured = method is null ? null : await explanations.ExplainAsync(
            lease, radiograph, new ExplanationQuestion(method, prediction.ClassToExplain()), progress: null, cancellation);
        var map = measured?.Map ?? prediction.Saliency ?? throw Unexplained(lease);
        return new DrawnSaliency(
            map,
            measured?.Quality,
            await Task.Run(() => ScreenImages.Overlay(map, radiograph.Width, radiograph.Height).Bytes, cancellation));
    }

    // A network may explain itself only by methods that take seconds.
    private static RequestRefusedException Unexplained(ModelLease lease) =>
        lease.Model.ExplanationMethods.Select(each => each.Name).ToList() is { Count: > 0 } methods
            ? new RequestRefusedException(
                StatusCodes.Status400BadRequest,
                $"This model gives no overlay along with its answer; name a method, which is one of {string.Join(", ", methods)}.")
            : Unexplained();

    private static RequestRefusedException Unexplained() =>
        new(StatusCodes.Status503ServiceUnavailable, "No model that explains itself is in service.");
}
