using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.Worklists;

/// <summary>The worklist of one open tab: the page of studies that it shows, and which of them are selected. All members are called on
/// the circuit's dispatcher.</summary>
public sealed class Worklist(IStudyStore studies)
{
    private const int PageSize = 50;

    // Where the pages before this one start, the first page's null included.
    private readonly Stack<StudyCursor?> _before = new();
    private readonly HashSet<string> _selected = [];
    private int _question;

    /// <summary>What is asked for, and where its page starts.</summary>
    public StudyQuery Query { get; private set; } = new() { Sort = StudySort.Urgency, Limit = PageSize };

    /// <summary>The page shown; null until it is read.</summary>
    public StudyPage? Page { get; private set; }

    /// <summary>Studies on all pages.</summary>
    public long Count { get; private set; }

    /// <summary>Studies of each status, whatever is asked for.</summary>
    public IReadOnlyDictionary<StudyStatus, long> ByStatus { get; private set; } = new Dictionary<StudyStatus, long>();

    /// <summary>Whether what is asked for leaves studies out.</summary>
    public bool IsNarrowed => Query is not { Status: null, Urgency: null, Refused: null, Verdict: null, Triage: null, From: null, Until: null, Text: null or "" };

    /// <summary>Place of the page's first study among all, from 1.</summary>
    public long First => ((long)_before.Count * PageSize) + 1;

    public bool HasPrevious => _before.Count > 0;

    public bool HasNext => Page?.Next is not null;

    /// <summary>Identifiers of the selected studies, those on other pages included.</summary>
    public IReadOnlySet<string> Selected => _selected;

    public bool IsPageSelected => Page is { Studies.Count: > 0 } page && page.Studies.All(study => _selected.Contains(study.Id));

    /// <summary>A question in the same order that leaves nothing out.</summary>
    public static StudyQuery Unfiltered(StudyQuery query) => new() { Sort = query.Sort, Limit = query.Limit };

    /// <summary>Asks for other studies, from the first page on; nothing stays selected that might not be seen.</summary>
    public Task AskAsync(Func<StudyQuery, StudyQuery> change)
    {
        _before.Clear();
        _selected.Clear();
        Query = change(Query) with { After = null };
        return ReadAsync();
    }

    public Task NextAsync()
    {
        if (Page?.Next is { } next)
        {
            _before.Push(Query.After);
            Query = Query with { After = next };
        }

        return ReadAsync();
    }

    public Task PreviousAsync()
    {
        if (_before.TryPop(out var start))
        {
            Query = Query with { After = start };
        }

        return ReadAsync();
    }

    /// <summary>Reads the page again.</summary>
    /// <returns>Whether there is anything new on it.</returns>
    public async Task<bool> ReadAsync()
    {
        var asked = ++_question;
        var (page, count, byStatus) = (await studies.ListAsync(Query), await studies.CountAsync(Query), await studies.CountAsync());
        if (asked != _question)
        {
            return false;
        }

        if (page.Studies.Count == 0 && HasPrevious)
        {
            await PreviousAsync();
            return true;
        }

        var isNew = Page is null || count != Count || !Signature(page).SequenceEqual(Signature(Page)) || !SameCounts(byStatus);
        (Page, Count, ByStatus) = (page, count, byStatus);
        return isNew;
    }

    public void Select(string id, bool isSelected) => _ = isSelected ? _selected.Add(id) : _selected.Remove(id);

    public void SelectPage(bool isSelected)
    {
        foreach (var study in Page?.Studies ?? [])
        {
            Select(study.Id, isSelected);
        }
    }

    public void SelectNone() => _selected.Clear();

    /// <summary>Marks the selected studies as read and returns the identifiers of those that were not.</summary>
    public Task<IReadOnlyList<string>> MarkReadAsync() => ChangeAsync(studies.MarkReadAsync);

    /// <summary>Takes back that these studies were marked as read.</summary>
    public async Task MarkUnreadAsync(IReadOnlyList<string> ids)
    {
        await studies.MarkUnreadAsync(ids);
        await ReadAsync();
    }

    /// <summary>Deletes the selected studies and returns how many there were.</summary>
    public Task<int> DeleteAsync() => ChangeAsync(studies.DeleteAsync);

    private static IEnumerable<(string, StudyStatus)> Signature(StudyPage page) => page.Studies.Select(study => (study.Id, study.Status));

    private bool SameCounts(IReadOnlyDictionary<StudyStatus, long> other) =>
        other.Count == ByStatus.Count && other.All(pair => ByStatus.GetValueOrDefault(pair.Key) == pair.Value);

    private async Task<T> ChangeAsync<T>(Func<IReadOnlyCollection<string>, Task<T>> change)
    {
        var changed = await change([.. _selected]);
        _selected.Clear();
        await ReadAsync();
        return changed;
    }
}
