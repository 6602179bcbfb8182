using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Api.Studies;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Serving;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Blazor.Api.Predictions;

/// <summary>Answers with the model's prediction for an image, and stores both. Verdict and overlay are of one model and one decoding.</summary>
internal sealed class PredictionHandler(LiveModel live, DiagnosisService diagnoses, StudyIntake intake, SaliencyService saliency)
{
    public async Task<Outcome> AnswerAsync(
        UploadedImage upload, PredictionRequest request, StorageTransaction within, CancellationToken cancellation)
    {
        var wanted = request.WantsSaliency();
        using var lease = await live.LeaseAsync(cancellation);
        var method = saliency.Check(lease, request.Method);
        var answered = await diagnoses.PredictAsync(
            lease, upload.FileName, upload.Bytes, withSaliency: wanted && method is null, cancellation, upload.Age);
        var study = intake.Describe(upload.FileName, upload.Bytes, answered.Facts, answered.Prediction, StudySource.Api, upload.Patient);
        var drawn = wanted ? await saliency.DrawAsync(lease, answered.Radiograph, answered.Prediction, method, cancellation) : null;
        await intake.KeepAsync(study, upload.Bytes, within);
        return new Outcome(
            StatusCodes.Status201Created,
            StudyAnswer.Of(study) with
            {
                Saliency = drawn is null ? null : SaliencyAnswer.Of(drawn), Lungs = LungShape.Of(answered.Prediction.Lungs),
            },
            ApiRoutes.Study(study.Id));
    }
}
