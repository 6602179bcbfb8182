using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Blazor.Worklists;
using Pneumonia.Tests.Storage;

namespace Pneumonia.Tests.Worklists;

[Collection(StorageCollection.Name)]
public sealed class WorklistTests(PostgresServer postgres)
{
    [Fact]
    public async Task The_pages_are_walked_there_and_back_and_a_selection_goes_with_them()
    {
        using var store = await FilledAsync(120);
        var list = new Worklist(store.Get<IStudyStore>());
        await list.ReadAsync();
        var first = list.Page!.Studies.Select(study => study.Id).ToList();
        list.SelectPage(true);

        await list.NextAsync();
        await list.NextAsync();
        Assert.Equal((101, 20, 120, false), (list.First, list.Page.Studies.Count, list.Count, list.HasNext));
        Assert.False(list.IsPageSelected);
        await list.PreviousAsync();
        await list.PreviousAsync();

        Assert.Equal(first, list.Page.Studies.Select(study => study.Id));
        Assert.True(list.IsPageSelected);
        Assert.False(list.HasPrevious);
    }

    [Fact]
    public async Task Another_question_starts_on_the_first_page_with_nothing_selected()
    {
        using var store = await FilledAsync(60);
        var list = new Worklist(store.Get<IStudyStore>());
        await list.ReadAsync();
        list.SelectPage(true);
        await list.NextAsync();

        await list.AskAsync(query => query with { Text = "7.png" });

        Assert.Equal((1, 6), (list.First, list.Count));
        Assert.Empty(list.Selected);
    }

    [Fact]
    public async Task It_says_whether_reading_again_brought_anything_new()
    {
        using var store = await FilledAsync(2);
        var list = new Worklist(store.Get<IStudyStore>());

        Assert.True(await list.ReadAsync());
        Assert.False(await list.ReadAsync());
        await store.KeepAsync("late.png");
        Assert.True(await list.ReadAsync());
        list.SelectPage(true);
        Assert.Equal(3, (await list.MarkReadAsync()).Count);
        Assert.Equal(3, list.ByStatus[StudyStatus.Read]);
    }

    [Fact]
    public async Task When_the_last_page_is_deleted_the_one_before_is_shown()
    {
        using var store = await FilledAsync(51);
        var list = new Worklist(store.Get<IStudyStore>());
        await list.ReadAsync();
        await list.NextAsync();
        list.SelectPage(true);

        Assert.Equal(1, await list.DeleteAsync());

        Assert.Equal((50, 50, 1, false), (list.Page!.Studies.Count, list.Count, list.First, list.HasPrevious));
    }

    private async Task<TestStore> FilledAsync(int studies)
    {
        var store = await TestStore.CreateAsync(DatabaseKind.Sqlite, postgres);
        for (var i = 0; i < studies; i++)
        {
            await store.KeepAsync($"{i}.png", score: i % 10 / 10.0);
        }

        return store;
    }
}
