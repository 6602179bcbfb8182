using Pneumonia.Blazor.Storage.Corrections;
using Pneumonia.Blazor.Storage.Notes;
using Pneumonia.Blazor.Storage.Readings;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Tests.Storage;

/// <summary>What clinicians add to a study.</summary>
[Collection(StorageCollection.Name)]
public sealed class ClinicianTests(PostgresServer postgres)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_study_is_new_then_read_then_corrected_and_stays_so(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var study = await store.KeepAsync("a.png");
        Assert.Equal(StudyStatus.New, await StatusAsync());

        Assert.True(await store.Get<IReadingStore>().AddAsync(study.Id, "NORMAL", blind: true, "clear lungs"));
        Assert.Equal(StudyStatus.Read, await StatusAsync());
        Assert.True(await store.Get<ICorrectionStore>().AddAsync(study.Id, "NORMAL"));
        Assert.Equal(StudyStatus.Corrected, await StatusAsync());
        Assert.True(await store.Get<IReadingStore>().AddAsync(study.Id, "PNEUMONIA", blind: false));
        Assert.Equal(StudyStatus.Corrected, await StatusAsync());

        async Task<StudyStatus> StatusAsync() => (await store.Get<IStudyStore>().FindAsync(study.Id))!.Status;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Readings_corrections_and_notes_come_back_in_order(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var study = await store.KeepAsync("a.png");
        var (readings, corrections, notes) = (store.Get<IReadingStore>(), store.Get<ICorrectionStore>(), store.Get<INoteStore>());

        await readings.AddAsync(study.Id, "NORMAL", blind: true, "first");
        await corrections.AddAsync(study.Id, "NORMAL", "seen on the follow-up");
        await notes.AddAsync(study.Id, "rotated");
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await readings.AddAsync(study.Id, "PNEUMONIA", blind: false);
        await notes.AddAsync(study.Id, "repeat");

        Assert.Equal([("NORMAL", true, "first"), ("PNEUMONIA", false, null)],
            (await readings.ListAsync(study.Id)).Select(reading => (reading.Label, reading.Blind, reading.Note)));
        Assert.Equal(["rotated", "repeat"], (await notes.ListAsync(study.Id)).Select(note => note.Text));
        var correction = Assert.Single(await corrections.ListAsync());
        Assert.Equal((study.Id, "NORMAL", "seen on the follow-up"), (correction.StudyId, correction.Label, correction.Note));
        Assert.Equal(correction, Assert.Single(await corrections.ListAsync(study.Id)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_added_within_one_millisecond_comes_back_in_order(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var study = await store.KeepAsync("a.png");
        string[] texts = [.. Enumerable.Range(0, 20).Select(i => $"note {i}")];
        foreach (var text in texts)
        {
            await store.Get<INoteStore>().AddAsync(study.Id, text);
        }

        Assert.Equal(texts, (await store.Get<INoteStore>().ListAsync(study.Id)).Select(note => note.Text));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Corrections_are_paged_by_what_came_before_whether_it_still_stands_or_not(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var (study, other) = (await store.KeepAsync("a.png"), await store.KeepAsync("b.png"));
        var corrections = store.Get<ICorrectionStore>();
        foreach (var note in new[] { "one", "two", "three" })
        {
            store.Clock.Advance(TimeSpan.FromSeconds(1));
            await corrections.AddAsync(study.Id, "NORMAL", note);
            await corrections.AddAsync(other.Id, "NORMAL", "other");
        }

        var first = await corrections.PageAsync(study.Id, after: null, limit: 2);
        await corrections.UndoAsync(study.Id);
        await corrections.UndoAsync(study.Id);
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        await corrections.AddAsync(study.Id, "NORMAL", "four");
        var next = await corrections.PageAsync(study.Id, first.Next, limit: 2);

        Assert.Equal(["one", "two"], first.Corrections.Select(correction => correction.Note));
        Assert.Equal(["four"], next.Corrections.Select(correction => correction.Note));
        Assert.Null(next.Next);
        Assert.Null((await corrections.PageAsync(study.Id, after: null, limit: 2)).Next);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_correction_taken_back_no_longer_stands_and_the_study_is_what_it_was_before(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var (study, other) = (await store.KeepAsync("a.png"), await store.KeepAsync("b.png"));
        var corrections = store.Get<ICorrectionStore>();
        Assert.False(await corrections.UndoAsync(study.Id));

        await corrections.AddAsync(study.Id, "NORMAL");
        await corrections.AddAsync(other.Id, "NORMAL");
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await corrections.AddAsync(study.Id, "PNEUMONIA");
        Assert.True(await corrections.UndoAsync(study.Id));
        Assert.Equal(["NORMAL"], (await corrections.ListAsync(study.Id)).Select(correction => correction.Label));
        Assert.Equal(StudyStatus.Corrected, await StatusAsync());

        Assert.True(await corrections.UndoAsync(study.Id));
        Assert.Equal(StudyStatus.New, await StatusAsync());
        await corrections.AddAsync(study.Id, "NORMAL");
        await store.Get<IReadingStore>().AddAsync(study.Id, "NORMAL", blind: false);
        Assert.True(await corrections.UndoAsync(study.Id));
        Assert.Equal(StudyStatus.Read, await StatusAsync());
        Assert.Equal(other.Id, Assert.Single(await corrections.ListAsync()).StudyId);

        async Task<StudyStatus> StatusAsync() => (await store.Get<IStudyStore>().FindAsync(study.Id))!.Status;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_patients_studies_are_found_the_newest_first_once_the_patient_is_named(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var studies = store.Get<IStudyStore>();
        var (first, second) = (await store.KeepAsync("a.png", patient: "P-17"), await store.KeepAsync("b.png"));
        await store.KeepAsync("c.png", patient: "P-18");

        Assert.True(await studies.SetPatientAsync(second.Id, "P-17"));
        Assert.False(await studies.SetPatientAsync("nowhere", "P-17"));
        Assert.Equal([second.Id, first.Id], (await studies.ListOfPatientAsync("P-17")).Select(study => study.Id));
        Assert.Equal(2, (await studies.ListAsync(new StudyQuery { Text = "p-17" })).Studies.Count);
        await studies.SetPatientAsync(second.Id, null);
        Assert.Equal([first.Id], (await studies.ListOfPatientAsync("P-17")).Select(study => study.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_added_to_a_study_that_is_not_there(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);

        Assert.False(await store.Get<IReadingStore>().AddAsync("nowhere", "NORMAL", blind: false));
        Assert.False(await store.Get<ICorrectionStore>().AddAsync("nowhere", "NORMAL"));
        Assert.False(await store.Get<INoteStore>().AddAsync("nowhere", "text"));
    }
}
