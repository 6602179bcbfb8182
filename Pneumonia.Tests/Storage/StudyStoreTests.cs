using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Corrections;
using Pneumonia.Blazor.Storage.Notes;
using Pneumonia.Blazor.Storage.Readings;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Judging;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Storage;

[Collection(StorageCollection.Name)]
public sealed class StudyStoreTests(PostgresServer postgres)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_study_comes_back_as_it_was_stored(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var study = await store.KeepAsync("Müller '; DROP TABLE studies; --.png", score: 1.0 / 3, patient: "P-17");

        var found = await store.Get<IStudyStore>().FindAsync(study.Id);

        Assert.Equivalent(study, found, strict: true);
        Assert.Equal(1.0 / 3, found!.Score);
        Assert.Null(await store.Get<IStudyStore>().FindAsync("nowhere"));
        Assert.Equal([AuditActions.StudyReceived], (await store.Get<IAuditLog>().ListAsync(study.Id)).Select(entry => entry.Action));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_audit_log_and_the_model_column_say_nothing_of_the_file(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        await store.KeepAsync("doe-john.png", patient: "P-17");

        var written = string.Join('\n', await store.Get<IAuditLog>().ListAsync());

        Assert.DoesNotContain("doe", written);
        Assert.DoesNotContain("P-17", written);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_order_pages_through_all_studies_once_though_others_come_in(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var studies = new List<StoredStudy>();
        for (var i = 0; i < 23; i++)
        {
            studies.Add(await store.KeepAsync($"{i}.png", score: i % 5 / 5.0));
        }

        await PagesAsync(StudySort.Urgency, studies.OrderBy(study => study.Urgency).ThenBy(study => study.Received));
        await PagesAsync(StudySort.Time, studies.OrderByDescending(study => study.Received));
        await PagesAsync(
            StudySort.Score, studies.OrderByDescending(study => study.Score).ThenByDescending(study => study.Id, StringComparer.Ordinal));

        async Task PagesAsync(StudySort sort, IEnumerable<StoredStudy> expected)
        {
            var (seen, query) = (new List<string>(), new StudyQuery { Sort = sort, Limit = 5, Text = ".png" });
            while (true)
            {
                var page = await store.Get<IStudyStore>().ListAsync(query);
                Assert.True(page.Studies.Count == 5 || page.Next is null);
                seen.AddRange(page.Studies.Select(study => study.Id));
                if (page.Next is null)
                {
                    break;
                }

                await store.KeepAsync("late.jpeg", score: 0.9);
                query = query with { After = StudyCursor.Parse(page.Next.ToString()) };
            }

            Assert.Equal(expected.Select(study => study.Id), seen);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Filters_narrow_the_list(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var positive = await store.KeepAsync("Thorax_AP.png", score: 0.9, patient: "Ähre");
        var negative = await store.KeepAsync("thorax-100%.png", score: 0.1);

        Assert.Equal([positive.Id], await IdsAsync(new StudyQuery { Verdict = "PNEUMONIA" }));
        Assert.Equal([negative.Id, positive.Id], await IdsAsync(new StudyQuery { Text = "THORAX" }));
        Assert.Equal([positive.Id], await IdsAsync(new StudyQuery { Text = "x_a" }));
        Assert.Equal([negative.Id], await IdsAsync(new StudyQuery { Text = "0%" }));
        Assert.Equal([positive.Id], await IdsAsync(new StudyQuery { Text = "ähRE" }));
        Assert.Empty(await IdsAsync(new StudyQuery { Text = "%_%" }));
        Assert.Empty(await IdsAsync(new StudyQuery { Status = StudyStatus.Read }));
        Assert.Equal(2, (await store.Get<IStudyStore>().CountAsync())[StudyStatus.New]);

        async Task<IEnumerable<string>> IdsAsync(StudyQuery query) =>
            (await store.Get<IStudyStore>().ListAsync(query)).Studies.Select(study => study.Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_worklist_is_narrowed_by_urgency_refusal_and_day_and_counted_over_all_pages(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var start = store.Clock.GetUtcNow();
        var urgent = await store.KeepAsync("a.png", score: 0.99);
        var routine = await store.KeepAsync("b.png", score: 0.1);
        store.Clock.Advance(TimeSpan.FromDays(1));
        var refused = await store.KeepAsync("c.png", score: 0.1, refused: true);

        await FoundAsync(new StudyQuery { Urgency = Urgency.Urgent }, urgent);
        await FoundAsync(new StudyQuery { Urgency = Urgency.Soon, Refused = true }, refused);
        await FoundAsync(new StudyQuery { Refused = false }, routine, urgent);
        await FoundAsync(new StudyQuery { From = start.AddHours(12) }, refused);
        await FoundAsync(new StudyQuery { From = start, Until = refused.Received }, routine, urgent);
        Assert.Equal(3, await store.Get<IStudyStore>().CountAsync(new StudyQuery { Limit = 1, Text = ".PNG" }));

        async Task FoundAsync(StudyQuery query, params StoredStudy[] expected)
        {
            var studies = store.Get<IStudyStore>();
            Assert.Equal(expected.Select(study => study.Id), (await studies.ListAsync(query)).Studies.Select(study => study.Id));
            Assert.Equal(expected.Length, await studies.CountAsync(query));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Studies_are_marked_read_together_and_what_a_clinician_did_stays(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var studies = store.Get<IStudyStore>();
        var (fresh, refused) = (await store.KeepAsync("a.png"), await store.KeepAsync("b.png", refused: true));
        var (corrected, other) = (await store.KeepAsync("c.png"), await store.KeepAsync("d.png"));
        await store.Get<ICorrectionStore>().AddAsync(corrected.Id, "NORMAL");

        Assert.Equal([fresh.Id, refused.Id], await studies.MarkReadAsync([fresh.Id, refused.Id, corrected.Id, "nowhere"]));
        Assert.Empty(await studies.MarkReadAsync([fresh.Id]));

        Assert.Equal(StudyStatus.Read, (await studies.FindAsync(fresh.Id))!.Status);
        Assert.Equal(StudyStatus.Read, (await studies.FindAsync(refused.Id))!.Status);
        Assert.Equal(StudyStatus.Corrected, (await studies.FindAsync(corrected.Id))!.Status);
        Assert.Equal(StudyStatus.New, (await studies.FindAsync(other.Id))!.Status);
        Assert.Single(await store.Get<IAuditLog>().ListAsync(fresh.Id), entry => entry.Action == AuditActions.StudyRead);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_marked_read_is_taken_back_and_what_a_clinician_judged_since_stays(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var studies = store.Get<IStudyStore>();
        var (fresh, refused, judged) = (await store.KeepAsync("a.png"), await store.KeepAsync("b.png", refused: true), await store.KeepAsync("c.png"));
        var marked = await studies.MarkReadAsync([fresh.Id, refused.Id, judged.Id]);
        await store.Get<IReadingStore>().AddAsync(judged.Id, "NORMAL", blind: false);

        Assert.Equal(2, await studies.MarkUnreadAsync(marked));

        Assert.Equal(StudyStatus.New, (await studies.FindAsync(fresh.Id))!.Status);
        Assert.Equal(StudyStatus.Refused, (await studies.FindAsync(refused.Id))!.Status);
        Assert.Equal(StudyStatus.Read, (await studies.FindAsync(judged.Id))!.Status);
        Assert.Single(await store.Get<IAuditLog>().ListAsync(fresh.Id), entry => entry.Action == AuditActions.StudyUnread);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_deleted_study_takes_with_it_what_was_said_of_it_and_leaves_the_others(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var studies = store.Get<IStudyStore>();
        var image = Guid.NewGuid().ToByteArray();
        var (gone, left) = (await store.KeepAsync("a.png", image: image), await store.KeepAsync("b.png", image: image));
        foreach (var id in new[] { gone.Id, left.Id })
        {
            await store.Get<IReadingStore>().AddAsync(id, "NORMAL", blind: true);
            await store.Get<ICorrectionStore>().AddAsync(id, "NORMAL");
            await store.Get<INoteStore>().AddAsync(id, "text");
        }

        store.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await studies.DeleteAsync([gone.Id, "nowhere"]));

        Assert.Null(await studies.FindAsync(gone.Id));
        Assert.NotNull(await studies.FindAsync(left.Id));
        Assert.Equal(left.Id, Assert.Single(await store.Get<ICorrectionStore>().ListAsync()).StudyId);
        Assert.Empty(await store.Get<INoteStore>().ListAsync(gone.Id));
        Assert.True(await studies.NeedsImageAsync(left.ImageSha256));
        Assert.Equal(AuditActions.StudyDeleted, (await store.Get<IAuditLog>().ListAsync(gone.Id))[0].Action);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Studies_keep_their_triage_and_meaning_and_are_found_by_it(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var before = await store.KeepAsync("before.png", score: 0.9);
        var ruledOut = await store.KeepAsync("a.png", score: 0.05, model: FakeInformation.Triaging);
        var unsure = await store.KeepAsync("b.png", score: 0.5, model: FakeInformation.Triaging);
        var ruledIn = await store.KeepAsync("c.png", score: 0.85, model: FakeInformation.Triaging);

        foreach (var (study, triage) in new[] { (ruledOut, Triage.RuleOut), (unsure, Triage.CannotSay), (ruledIn, Triage.RuleIn) })
        {
            var found = (await store.Get<IStudyStore>().ListAsync(new StudyQuery { Triage = triage, Sort = StudySort.Urgency })).Studies;
            Assert.Equivalent(study, Assert.Single(found), strict: true);
            Assert.NotNull(found[0].Meaning);
        }

        Assert.Null((await store.Get<IStudyStore>().FindAsync(before.Id))!.Triage);
        Assert.Equal([Urgency.Routine, Urgency.Soon, Urgency.Urgent], new[] { ruledOut, unsure, ruledIn }.Select(study => study.Urgency));
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("bm9uc2Vuc2U")]
    public void A_cursor_that_is_none_is_told_from_one(string text) => Assert.Null(StudyCursor.Parse(text));

    [Theory]
    [InlineData(0.1, Urgency.Routine)]
    [InlineData(0.41, Urgency.Soon)]
    [InlineData(0.71, Urgency.Urgent)]
    public void The_higher_the_score_the_sooner_a_study_is_read(double score, Urgency urgency) =>
        Assert.Equal(urgency, UrgencyRule.Of(score, threshold: 0.41, refused: false));

    [Theory]
    [InlineData(0.9, Triage.CannotSay, Urgency.Soon)]
    [InlineData(0.45, Triage.RuleIn, Urgency.Urgent)]
    [InlineData(0.4, Triage.RuleOut, Urgency.Routine)]
    public void Where_the_model_triages_that_decides(double score, Triage triage, Urgency urgency)
    {
        Assert.Equal(urgency, UrgencyRule.Of(score, threshold: 0.41, refused: false, triage));
        Assert.Equal(Urgency.Soon, UrgencyRule.Of(score, threshold: 0.41, refused: true, triage));
    }

    [Fact]
    public void A_study_that_the_model_refused_does_not_wait_behind_the_routine() =>
        Assert.Equal(Urgency.Soon, UrgencyRule.Of(0.1, threshold: 0.41, refused: true));
}
