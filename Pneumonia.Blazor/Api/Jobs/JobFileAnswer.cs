using System.ComponentModel;
using Pneumonia.Blazor.Storage.Jobs;
using Pneumonia.Blazor.Texts;

namespace Pneumonia.Blazor.Api.Jobs;

/// <summary>One file of a job, as the API tells it.</summary>
internal sealed record JobFileAnswer(
    string FileName,
    string? Patient,
    JobFileState State,
    [property: Description("Address of the study that it has become; null where it has not.")] string? Study,
    [property: Description("Why it cannot be answered, one sentence; null where it can.")] string? Error)
{
    public static JobFileAnswer Of(JobFile file) => new(
        file.FileName, file.Patient, file.State, file.StudyId is null ? null : ApiRoutes.Study(file.StudyId), Refusals.TellStored(file.Error));
}
