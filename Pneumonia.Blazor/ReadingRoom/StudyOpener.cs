using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core;
using Pneumonia.Core.Imaging;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>Opens studies of the store in a tab, with the answer that was stored. All members are called on the circuit's
/// dispatcher.</summary>
public sealed class StudyOpener(
    ReadingSession session, RecordDesk records, IStudyStore studies, ImageFiles images, DiagnosisService diagnoses)
{
    /// <summary>Shows a stored study, opening it where it is not open yet. False where there is none of this identifier.</summary>
    /// <exception cref="UserException">Its image is missing or damaged.</exception>
    public async Task<bool> OpenAsync(string id, CancellationToken cancellation)
    {
        if (await BringAsync(id, cancellation) is not { } study)
        {
            return false;
        }

        session.Select(study);
        return true;
    }

    /// <summary>Opens a stored study where it is not open yet; null where there is none of this identifier.</summary>
    /// <exception cref="UserException">Its image is missing or damaged.</exception>
    public async Task<Study?> BringAsync(string id, CancellationToken cancellation)
    {
        if (Open(id) is { } open)
        {
            return open;
        }

        if (await studies.FindAsync(id) is not { } stored)
        {
            return null;
        }

        var study = new Study(stored.FileName, stored.Synthetic) { Stored = stored };
        var bytes = await BytesOfAsync(stored);
        var radiograph = await diagnoses.DecodeAsync(stored.FileName, bytes, cancellation);
        var answer = await diagnoses.RenderAsync(radiograph, stored, cancellation);
        await records.LoadAsync(study);

        // Somebody else may have been faster.
        if (Open(id) is { } other)
        {
            return other;
        }

        session.Add(study, answer, () => BytesOfAsync(stored));
        return study;
    }

    private Study? Open(string id) => session.Studies.FirstOrDefault(open => open.StoredId == id);

    private Task<byte[]> BytesOfAsync(StoredStudy stored) => Task.Run(() => images.Read(stored.ImageSha256));
}
