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
    public async Task Nothing_is_added_to_a_study_that_is_not_there(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);

        Assert.False(await store.Get<IReadingStore>().AddAsync("nowhere", "NORMAL", blind: false));
        Assert.False(await store.Get<ICorrectionStore>().AddAsync("nowhere", "NORMAL"));
        Assert.False(await store.Get<INoteStore>().AddAsync("nowhere", "text"));
    }
}
