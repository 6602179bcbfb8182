using Pneumonia.Core;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>Brings a tab's X-rays back into a new circuit, after the old one was lost or the page was loaded again. All members are called
/// on the circuit's dispatcher.</summary>
public sealed class TabKeeper(ReadingSession session, StudyOpener opener, SampleLibrary samples)
{
    /// <summary>What the tab holds now. An X-ray that is still on its way is not counted: its file is sent again.</summary>
    public TabState Describe()
    {
        var done = session.Studies.Where(study => study.State == StudyState.Done).ToList();
        var kept = done.FindAll(study => study.StoredId is not null || SampleOf(study.Name, study.Synthetic) is not null);
        return new TabState(
            [.. kept.Select(study => new TabStudy(study.StoredId, study.StoredId is null ? study.Name : null, study.AnswerShown))],
            session.Selected is { } selected ? kept.IndexOf(selected) : -1,
            done.Count - kept.Count,
            session.BlindReading,
            session.OperatingPoint,
            session.FiguresShown);
    }

    /// <summary>Opens the X-rays of a tab again, the one that was looked at first.</summary>
    /// <returns>How many could not be opened: gone from the store, never kept, or damaged.</returns>
    public async Task<int> RestoreAsync(TabState state, CancellationToken cancellation)
    {
        session.ReadBlind(state.BlindReading);
        session.Judge(state.OperatingPoint);
        session.ShowFigures(state.FiguresShown);
        var opened = new Study?[state.Studies.Count];
        foreach (var place in Enumerable.Range(0, opened.Length).OrderByDescending(place => place == state.Selected))
        {
            opened[place] = await BringAsync(state.Studies[place], cancellation);
            if (opened[place] is { } study && session.Selected is null)
            {
                session.Select(study);
            }
        }

        session.Arrange([.. opened.OfType<Study>()]);
        return state.Lost + opened.Count(study => study is null);
    }

    private async Task<Study?> BringAsync(TabStudy wanted, CancellationToken cancellation)
    {
        try
        {
            var study = wanted.StoredId is { } id
                ? await opener.BringAsync(id, cancellation)
                : SampleOf(wanted.Sample, synthetic: true) is { } sample ? await session.AddAsync(sample.Image, place: null, isFirst: false) : null;
            if (study is { AnswerShown: false } && wanted.AnswerShown)
            {
                session.Reveal(study);
            }

            return study;
        }
        catch (UserException)
        {
            return null;
        }
    }

    private Sample? SampleOf(string? name, bool synthetic) => synthetic ? samples.All.FirstOrDefault(sample => sample.Image.Name == name) : null;
}
