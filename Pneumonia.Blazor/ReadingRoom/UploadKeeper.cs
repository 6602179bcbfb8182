using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>Stores what visitors diagnose on the page, where the app is set to. Phantoms are nobody's X-rays and are not kept.</summary>
public sealed class UploadKeeper(StudyIntake intake, ImageFiles images, StorageOptions options)
{
    /// <summary>Stores a study and returns it; null where it is not kept.</summary>
    /// <exception cref="StorageException">It could not be stored; the message is for the visitor.</exception>
    public async Task<StoredStudy?> KeepAsync(Study study, byte[] bytes, Diagnosis diagnosis)
    {
        if (!options.KeepUploads || study.Synthetic)
        {
            return null;
        }

        var stored = intake.Describe(study.Name, bytes, diagnosis.Image, diagnosis.Prediction, StudySource.Page);

        // Off the page's dispatcher: flushing to disk takes its time.
        await Task.Run(() => intake.KeepAsync(stored, bytes));
        return stored;
    }

    /// <summary>The file of a study.</summary>
    /// <exception cref="StorageException">It is missing or damaged.</exception>
    public byte[] Read(StoredStudy study) => images.Read(study.ImageSha256);
}
