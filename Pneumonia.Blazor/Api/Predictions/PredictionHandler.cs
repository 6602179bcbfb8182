using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Api.Studies;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.Api.Predictions;

/// <summary>Answers with the model's prediction for an image, and stores both.</summary>
internal sealed class PredictionHandler(DiagnosisService diagnoses, StudyIntake intake, SaliencyService saliency)
{
    public async Task<Outcome> AnswerAsync(
        UploadedImage upload, PredictionRequest request, StorageTransaction within, CancellationToken cancellation)
    {
        var wanted = request.WantsSaliency();
        saliency.Check(request.Method);
        var (image, prediction) = await diagnoses.PredictAsync(upload.FileName, upload.Bytes, cancellation);
        var study = intake.Describe(upload.FileName, upload.Bytes, image, prediction, StudySource.Api, upload.Patient);
        var drawn = wanted ? await saliency.DrawAsync(upload.FileName, upload.Bytes, request.Method, cancellation) : null;
        await intake.KeepAsync(study, upload.Bytes, within);
        return new Outcome(
            StatusCodes.Status201Created,
            StudyAnswer.Of(study) with { Saliency = drawn is null ? null : SaliencyAnswer.Of(drawn) },
            ApiRoutes.Study(study.Id));
    }
}
