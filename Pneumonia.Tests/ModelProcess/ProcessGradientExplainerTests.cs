using Pneumonia.Blazor.ModelProcess;
using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Explaining;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.ModelProcess;

[Collection(TrainingCollection.Name)]
public sealed class ProcessGradientExplainerTests : IDisposable
{
    private readonly TrainedModelFixture _fixture;
    private readonly TemporaryFolder _temporary = new();
    private readonly ProcessGradientExplainer _explainer;
    private readonly Radiograph _radiograph;

    public ProcessGradientExplainerTests(TrainedModelFixture fixture)
    {
        _fixture = fixture;
        _explainer = Explainer(new ModelProgram(null, AppContext.BaseDirectory, ModelProgram.Built));
        _radiograph = new RadiographDecoder().DecodeFile(fixture.Phantoms.Data.Images[0].Path);
    }

    private static ExplanationQuestion Question { get; } = new("integrated-gradients", "PNEUMONIA", Seed: 3);

    public void Dispose()
    {
        _explainer.Dispose();
        _temporary.Dispose();
    }

    [Fact]
    public void It_explains_and_judges_as_the_same_method_does_in_this_process()
    {
        var heard = new List<DataProgress>();
        var thread = Environment.CurrentManagedThreadId;
        var progress = new Told(done =>
        {
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
            heard.Add(done);
        });
        var expected = new TorchGradientExplainer().Explain(_fixture.Zip, _radiograph, Question, null, CancellationToken.None);

        var (map, quality) = _explainer.Explain(_fixture.Zip, _radiograph, Question, progress, CancellationToken.None);

        Assert.Equal((expected.Map.Class, expected.Map.Method), (map.Class, map.Method));
        Assert.Equal((expected.Map.Width, expected.Map.Height), (map.Width, map.Height));
        Assert.All(expected.Map.Values.ToArray().Zip(map.Values.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
        Assert.Equal(expected.Quality.DeletionRank, quality.DeletionRank);
        Assert.Equal(expected.Quality.Reasons, quality.Reasons);
        Assert.Equal(expected.Quality.Deletion, quality.Deletion, 1e-3);
        Assert.Equal(new DataProgress(0, 1), heard[0]);
        Assert.Contains(heard, done => done.Total > 1);
        Assert.Empty(Directory.GetFileSystemEntries(_temporary.Path));
    }

    [Fact]
    public void A_map_alone_is_the_same_map()
    {
        var question = Question with { Method = "grad-cam++" };
        var expected = new TorchGradientExplainer().Map(_fixture.Zip, _radiograph, question, null, CancellationToken.None);

        var map = _explainer.Map(_fixture.Zip, _radiograph, question, null, CancellationToken.None);

        Assert.Equal("grad-cam++", map.Method);
        Assert.All(expected.Values.ToArray().Zip(map.Values.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
    }

    [Fact]
    public void What_is_handed_over_decodes_to_the_very_pixels()
    {
        ushort[] pixels = [.. Enumerable.Range(0, 40 * 33).Select(i => (ushort)(i * 4951))];

        var decoded = new RadiographDecoder().Decode(ImageEncoder.Grey16Png(40, 33, pixels), "image.png");

        Assert.Equal((40, 33, 16), (decoded.Width, decoded.Height, decoded.BitDepth));
        Assert.Equal(pixels, decoded.Pixels.ToArray());
    }

    [Fact]
    public void One_that_is_cancelled_leaves_neither_a_process_nor_a_file()
    {
        using var cancellation = new CancellationTokenSource();

        // As soon as the process is there: it may be through soon.
        var progress = new Told(_ =>
        {
            if (Running().Any())
            {
                cancellation.Cancel();
            }
        });

        Assert.ThrowsAny<OperationCanceledException>(() => _explainer.Explain(_fixture.Zip, _radiograph, Question, progress, cancellation.Token));

        Assert.Empty(Running());
        Assert.Empty(Directory.GetFileSystemEntries(_temporary.Path));
    }

    [Fact]
    public async Task The_end_of_the_app_ends_it_and_leaves_no_file()
    {
        var explainer = Explainer(new ModelProgram(null, AppContext.BaseDirectory, ModelProgram.Built));
        Task? ended = null;
        var progress = new Told(_ => ended ??= Running().Any() ? Task.Run(explainer.Dispose) : null);

        Assert.ThrowsAny<OperationCanceledException>(
            () => explainer.Explain(_fixture.Zip, _radiograph, Question, progress, CancellationToken.None));
        await ended!;

        Assert.Empty(Running());
        Assert.Empty(Directory.GetFileSystemEntries(_temporary.Path));
    }

    [Fact]
    public void An_error_comes_over_as_its_sentence()
    {
        var zip = Path.Combine(_temporary.Path, "none.zip");

        var model = Assert.Throws<ProgramFailedException>(() => _explainer.Explain(zip, _radiograph, Question, null, CancellationToken.None));
        var className = Assert.Throws<ProgramFailedException>(
            () => _explainer.Explain(_fixture.Zip, _radiograph, Question with { Class = "@COVID" }, null, CancellationToken.None));

        Assert.StartsWith($"{zip}: ", model.Message, StringComparison.Ordinal);
        Assert.StartsWith("The model does not know the class @COVID; it tells ", className.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_temporary.Path));
    }

    [Fact]
    public void Without_the_program_a_sentence_says_how_it_is_to_be_had()
    {
        var program = new ModelProgram(null, _temporary.Path, null);
        using var explainer = Explainer(program);

        var error = Assert.Throws<UserException>(() => explainer.Explain(_fixture.Zip, _radiograph, Question, null, CancellationToken.None));

        Assert.NotNull(program.Obstacle);
        Assert.Equal((program.Obstacle, program.Obstacle), (explainer.Obstacle, error.Text));
        Assert.Empty(Directory.GetFileSystemEntries(_temporary.Path));
    }

    private ProcessGradientExplainer Explainer(ModelProgram program) => new(program, TimeProvider.System, _temporary.Path);

    // Its folder is among its arguments.
    private IEnumerable<string> Running() => Directory.GetDirectories("/proc")
        .Where(folder => int.TryParse(Path.GetFileName(folder), out _)).Select(Arguments)
        .Where(arguments => arguments.Contains(_temporary.Path, StringComparison.Ordinal));

    private static string Arguments(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }

    private sealed class Told(Action<DataProgress> told) : IProgress<DataProgress>
    {
        public void Report(DataProgress value) => told(value);
    }
}
