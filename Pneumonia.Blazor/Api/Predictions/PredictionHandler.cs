using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Api.Studies;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Storage.Idempotency;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.Api.Predictions;

/// <summary>Takes an image, answers with the model's prediction, and has stored both by then.</summary>
internal sealed class PredictionHandler(
    DiagnosisService diagnoses, StudyIntake intake, SaliencyService saliency, IdempotentAnswers answers)
{
    public async Task<IResult> AnswerAsync(HttpContext context, PredictionRequest request)
    {
        var wanted = request.WantsSaliency();
        saliency.Check(request.Method);
        var upload = await UploadedImage.ReadAsync(context.Request, context.RequestAborted);
        return await answers.AnswerAsync(
            context,
            StatusCodes.Status201Created,
            [ImageFiles.HashOf(upload.Bytes), upload.FileName, upload.Patient],
            async () =>
            {
                var (image, prediction) = await diagnoses.PredictAsync(upload.FileName, upload.Bytes, context.RequestAborted);
                var study = intake.Describe(upload.FileName, upload.Bytes, image, prediction, StudySource.Api, upload.Patient);
                var drawn = wanted
                    ? await saliency.DrawAsync(upload.FileName, upload.Bytes, request.Method, context.RequestAborted)
                    : null;
                return new UnstoredAnswer<StudyAnswer>(
                    ApiRoutes.Study(study.Id),
                    StudyAnswer.Of(study) with { Saliency = drawn is null ? null : SaliencyAnswer.Of(drawn) },
                    async answer =>
                    {
                        if (!await intake.KeepAsync(study, upload.Bytes, answer))
                        {
                            throw new KeyTakenException();
                        }
                    });
            });
    }
}
