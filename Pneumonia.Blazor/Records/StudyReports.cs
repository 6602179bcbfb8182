using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core;
using Pneumonia.Core.Imaging;

namespace Pneumonia.Blazor.Records;

/// <summary>Reports on studies of the store, as they stand when they are asked for: at the operating point that decided, with a saliency
/// layer where the model that answered is still in service.</summary>
public sealed class StudyReports(StudyRecords records, ImageFiles images, DiagnosisService diagnoses, IReportWriter writer)
{
    /// <exception cref="UserException">The image is missing or damaged.</exception>
    public async Task<StoredImage> WriteAsync(StoredStudy study, CancellationToken cancellation)
    {
        var bytes = await Task.Run(() => images.Read(study.ImageSha256), cancellation);
        var radiograph = await diagnoses.DecodeAsync(study.FileName, bytes, cancellation);
        var answer = await diagnoses.ExplainAsync(radiograph, study, cancellation);
        return await writer.WriteAsync(new Report
        {
            Name = study.FileName,
            Synthetic = study.Synthetic,
            Patient = study.Patient,
            Received = study.Received,
            Diagnosis = answer,
            Overlay = answer.Overlay,
            OverlayExplainsLittle = null,
            Record = await records.OfAsync(study.Id),
        });
    }
}
