// Time of worklist queries over many studies, the median of several rounds each.
//   dotnet run --project bench/Worklist -c Release -- [--studies 100000] [--connection "Host=...;Database=..."]
using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Pneumonia.Blazor.Hosting;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Studies;

const int Rounds = 15;
const int Pages = 20;

var configuration = new ConfigurationBuilder().AddCommandLine(args).Build();
var count = int.Parse(configuration["studies"] ?? "100000");
var folder = Directory.CreateTempSubdirectory("pneumonia-bench-").FullName;
var settings = new Dictionary<string, string?>
{
    ["Storage:Path"] = folder, ["Storage:ConnectionString"] = configuration["connection"],
};
await using var services = new ServiceCollection()
    .AddStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new HostingEnvironment { ContentRootPath = folder })
    .BuildServiceProvider();
await services.PrepareStorageAsync();
var (database, studies) = (services.GetRequiredService<Database>(), services.GetRequiredService<IStudyStore>());

await FillAsync();
Console.WriteLine($"{database.Description}: {count} studies, pages of 50, median of {Rounds}");
foreach (var sort in Enum.GetValues<StudySort>())
{
    await MeasureAsync($"by {sort}, first page", new StudyQuery { Sort = sort });
    await MeasureAsync($"by {sort}, page {Pages}", new StudyQuery { Sort = sort, After = await CursorAsync(sort) });
    await MeasureAsync($"by {sort}, new, positive", new StudyQuery { Sort = sort, Status = StudyStatus.New, Verdict = "PNEUMONIA" });
    await MeasureAsync($"by {sort}, routine, last month", new StudyQuery
    {
        Sort = sort, Urgency = Urgency.Routine, From = DateTimeOffset.UtcNow.AddYears(-1).AddMinutes(count).AddDays(-30),
    });
    await MeasureAsync($"by {sort}, text in one study", new StudyQuery { Sort = sort, Text = $"patient-{count / 2}-" });
}

await MeasureCountAsync("count, all", new StudyQuery());
await MeasureCountAsync("count, text in all studies", new StudyQuery { Text = "chest" });

Directory.Delete(folder, recursive: true);
return;

async Task FillAsync()
{
    var random = new Random(1);
    var start = DateTimeOffset.UtcNow.AddYears(-1);
    var rows = Enumerable.Range(0, count).Select(i => StudyOf(i, start.AddMinutes(i), random.NextDouble()));
    await database.WriteAsync(async transaction =>
    {
        await transaction.Connection!.ExecuteAsync(StudyRow.Insert, rows.Select(StudyRow.From), transaction);
        return true;
    });
    await database.ReadAsync(connection => connection.ExecuteAsync("ANALYZE studies"));
}

static StoredStudy StudyOf(int i, DateTimeOffset received, double score) => new()
{
    Id = Guid.CreateVersion7(received).ToString("N"),
    Received = received,
    Source = StudySource.Api,
    ImageSha256 = i.ToString("x64"),
    ImageBytes = 1,
    FileName = $"patient-{i}-chest.png",
    Width = 1024,
    Height = 1024,
    Format = "png",
    Model = "pneumonia 00000000",
    Probabilities = [new("NORMAL", 1 - score), new("PNEUMONIA", score)],
    PositiveClass = "PNEUMONIA",
    Score = score,
    Threshold = 0.5,
    Verdict = score >= 0.5 ? "PNEUMONIA" : "NORMAL",
    Urgency = UrgencyRule.Of(score, 0.5, refused: false),
    Status = i % 10 == 0 ? StudyStatus.New : StudyStatus.Read,
};

async Task<StudyCursor?> CursorAsync(StudySort sort)
{
    StudyCursor? cursor = null;
    for (var page = 1; page < Pages; page++)
    {
        cursor = (await studies.ListAsync(new StudyQuery { Sort = sort, After = cursor })).Next;
    }

    return cursor;
}

Task MeasureAsync(string name, StudyQuery query) =>
    MedianAsync(name, async () => (await studies.ListAsync(query)).Studies.Count);

Task MeasureCountAsync(string name, StudyQuery query) => MedianAsync(name, () => studies.CountAsync(query));

async Task MedianAsync(string name, Func<Task<long>> find)
{
    var times = new List<double>();
    var found = 0L;
    for (var round = 0; round < Rounds; round++)
    {
        var started = Stopwatch.GetTimestamp();
        found = await find();
        times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    Console.WriteLine($"{name,-34} {times.Order().ElementAt(Rounds / 2),8:0.00} ms  ({found} studies)");
}
