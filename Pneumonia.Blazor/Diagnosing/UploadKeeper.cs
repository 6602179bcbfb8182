using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>Stores what visitors diagnose on the page, where the app is set to. Phantoms are nobody's X-rays and are not kept.</summary>
public sealed class UploadKeeper(StudyIntake intake, StorageOptions options)
{
    /// <summary>Stores a study and returns its identifier; null where it is not kept.</summary>
    /// <exception cref="StorageException">It could not be stored; the message is for the visitor.</exception>
    public async Task<string?> KeepAsync(Study study, byte[] bytes, Diagnosis diagnosis)
    {
        if (!options.KeepUploads || study.Synthetic)
        {
            return null;
        }

        var stored = intake.Describe(study.Name, bytes, diagnosis.Image, diagnosis.Prediction, StudySource.Page);

        // Off the page's dispatcher: flushing to disk takes its time.
        await Task.Run(() => intake.KeepAsync(stored, bytes));
        return stored.Id;
    }
}
