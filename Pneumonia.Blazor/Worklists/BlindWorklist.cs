using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.Worklists;

/// <summary>What a worklist keeps from those who read blind. The order by urgency stays, for which it is there; what that gives away is
/// said in docs/architecture.md.</summary>
internal static class BlindWorklist
{
    /// <summary>Whether a study's answer is not to be seen yet: nobody has read it.</summary>
    public static bool Hides(StoredStudy study) => study.IsUnread;

    /// <summary>The same question without what would tell the answer: filters by it, and the order of the probabilities, in which a study
    /// stands between two that are seen.</summary>
    public static StudyQuery Ask(StudyQuery query) => query with
    {
        Urgency = null, Refused = null, Verdict = null, Triage = null,
        Sort = IsOffered(query.Sort) ? query.Sort : StudySort.Urgency,
    };

    /// <summary>Whether those who read blind can choose an order.</summary>
    public static bool IsOffered(StudySort sort) => sort != StudySort.Score;
}
