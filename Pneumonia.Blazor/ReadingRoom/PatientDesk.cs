using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core;
using Pneumonia.Core.Imaging;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>Which patient a study is of, and the other studies of that patient. All members are called on the circuit's dispatcher.</summary>
public sealed class PatientDesk(
    ReadingSession session, IStudyStore studies, ImageFiles files, DiagnosisService diagnoses, SessionImages images)
{
    /// <summary>Writes down the patient's pseudonym; empty for none.</summary>
    /// <exception cref="Storage.StorageException">It could not be stored.</exception>
    public async Task NameAsync(Study study, string pseudonym)
    {
        if (study.Stored is { } stored)
        {
            var patient = pseudonym.Trim() is { Length: > 0 } text ? text : null;
            await studies.SetPatientAsync(stored.Id, patient);
            study.Stored = stored with { Patient = patient };
            await CompareAsync(study, null);
        }
    }

    /// <summary>The patient's other studies, the newest first.</summary>
    public async Task<IReadOnlyList<StoredStudy>> OthersAsync(Study study) => study.Stored is { Patient: { } patient } stored
        ? [.. (await studies.ListOfPatientAsync(patient)).Where(other => other.Id != stored.Id)]
        : [];

    /// <summary>The one of the patient's other studies to compare with: the last before this one, else the nearest after it; null for none.</summary>
    public static StoredStudy? PriorOf(Study study, IReadOnlyList<StoredStudy> others) =>
        others.FirstOrDefault(other => other.Received < study.Stored?.Received) ?? (others.Count > 0 ? others[^1] : null);

    /// <summary>Shows another study beside it; null for none.</summary>
    /// <exception cref="UserException">Its image is missing or damaged.</exception>
    public async Task CompareAsync(Study study, StoredStudy? other)
    {
        var prior = other is null ? null : await OpenAsync(other);
        if (study.IsForgotten)
        {
            Forget(prior);
            return;
        }

        Forget(study.Prior);
        study.Prior = prior;
        session.Announce();
    }

    private async Task<PriorStudy> OpenAsync(StoredStudy other)
    {
        var bytes = await Task.Run(() => files.Read(other.ImageSha256));
        var radiograph = await diagnoses.DecodeAsync(other.FileName, bytes, CancellationToken.None);
        var view = await Task.Run(() => ScreenImages.View(radiograph));
        return new PriorStudy(
            other,
            ImageFacts.Of(radiograph),
            images.Add(view),
            images.Add(async cancellation => await diagnoses.LevelsAsync(other.FileName, files.Read(other.ImageSha256), cancellation)));
    }

    private void Forget(PriorStudy? prior)
    {
        if (prior is not null)
        {
            images.Remove(prior.ViewId);
            images.Remove(prior.LevelsId);
        }
    }
}
