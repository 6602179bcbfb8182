using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Judging;

namespace Pneumonia.Tests.Blazor.Worklists;

/// <summary>Studies that are listed, marked and deleted in memory, or a store that answers late or not at all.</summary>
internal sealed class MadeStudies(params StoredStudy[] studies) : IStudyStore
{
    private List<StoredStudy> _studies = [.. studies];

    /// <summary>What the list waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public bool IsDown { get; set; }

    /// <summary>What was asked for last.</summary>
    public StudyQuery? Asked { get; private set; }

    public static StoredStudy Study(string name, double score = 0.9, StudyStatus status = StudyStatus.New, string? patient = null, bool refused = false) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        FileName = name,
        Patient = patient,
        Received = TestClock.Start,
        Source = StudySource.Api,
        ImageSha256 = new string('a', 64),
        ImageBytes = 1,
        Width = 64,
        Height = 48,
        Format = "png",
        Model = "pneumonia",
        Probabilities = [],
        PositiveClass = "PNEUMONIA",
        Score = score,
        Threshold = 0.5,
        Verdict = score < 0.5 ? "NORMAL" : "PNEUMONIA",
        Urgency = score < 0.5 ? Urgency.Routine : Urgency.Urgent,
        Status = status,
        Refused = refused,
    };

    public async Task<StudyPage> ListAsync(StudyQuery query)
    {
        await Gate;
        Asked = query;
        return IsDown ? throw new StorageUnavailableException("down") : new StudyPage([.. _studies.Where(study => Matches(study, query))], null);
    }

    public Task<long> CountAsync(StudyQuery query) => Task.FromResult((long)_studies.Count(study => Matches(study, query)));

    public Task<IReadOnlyDictionary<StudyStatus, long>> CountAsync() => Task.FromResult<IReadOnlyDictionary<StudyStatus, long>>(
        _studies.CountBy(study => study.Status).ToDictionary(pair => pair.Key, pair => (long)pair.Value));

    public Task<IReadOnlyList<string>> MarkReadAsync(IReadOnlyCollection<string> ids)
    {
        if (IsDown)
        {
            throw new StorageUnavailableException("down");
        }

        IReadOnlyList<string> marked = [.. _studies.Where(study => study.IsUnread && ids.Contains(study.Id)).Select(study => study.Id)];
        Set(marked, StudyStatus.Read);
        return Task.FromResult(marked);
    }

    public Task<int> MarkUnreadAsync(IReadOnlyCollection<string> ids)
    {
        Set(ids, StudyStatus.New);
        return Task.FromResult(ids.Count);
    }

    public Task<int> DeleteAsync(IReadOnlyCollection<string> ids) => Task.FromResult(_studies.RemoveAll(study => ids.Contains(study.Id)));

    public Task AddAsync(StoredStudy study, StorageTransaction? within = null) => throw new NotSupportedException();

    public Task<StoredStudy?> FindAsync(string id) => throw new NotSupportedException();

    public Task<IReadOnlyList<StoredStudy>> ListOfPatientAsync(string patient) => throw new NotSupportedException();

    public Task<bool> SetPatientAsync(string id, string? patient) => throw new NotSupportedException();

    public Task<IReadOnlySet<string>> ImagesAsync() => throw new NotSupportedException();

    public Task<bool> NeedsImageAsync(string hash) => throw new NotSupportedException();

    private static bool Matches(StoredStudy study, StudyQuery query) =>
        (query.Status is null || study.Status == query.Status) && study.FileName.Contains(query.Text ?? "", StringComparison.OrdinalIgnoreCase);

    private void Set(IReadOnlyCollection<string> ids, StudyStatus status) =>
        _studies = [.. _studies.Select(study => ids.Contains(study.Id) ? study with { Status = status } : study)];
}
