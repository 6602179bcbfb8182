using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving;
using Pneumonia.Core.Serving.Pool;
using Pneumonia.Model.Tensors;
using Pneumonia.Tests.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Serving.Pool;

[Collection(TrainingCollection.Name)]
public sealed class PneumoniaPoolLoadTests(TrainedModelFixture fixture) : IDisposable
{
    private const int Callers = 16;
    private const int Replacements = 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sixteen_threads_get_right_answers_while_two_real_models_take_turns()
    {
        var input = new PredictionInput(new RadiographDecoder().DecodeFile(fixture.Phantoms.Data.Images[0].Path));
        string[] zips = [fixture.Zip, OtherModel()];
        var expected = zips.ToDictionary(zip => ModelZip.ReadInformation(zip).Version, zip => Probability(zip, input));
        var live = Path.Combine(_folder.Path, "live.zip");
        File.Copy(zips[0], live);
        var miscount = MiscountOf(zips[0]);
        var tensors = LiveTensors.Count();
        await using (var services = Pool(live))
        {
            var pool = services.GetRequiredService<PredictionEnginePool<PredictionInput, Prediction>>();
            using var stop = new CancellationTokenSource();
            var callers = Enumerable.Range(0, Callers).Select(_ => Task.Factory.StartNew(
                () => Ask(pool, input, expected, stop.Token), TaskCreationOptions.LongRunning)).ToArray();
            pool.Predict("pneumonia", input);
            var tensorsOfOneModel = LiveTensors.Count() - tensors;

            for (var i = 1; i <= Replacements; i++)
            {
                var temporary = Path.Combine(_folder.Path, "next.tmp");
                File.Copy(zips[i % 2], temporary);
                File.Move(temporary, live, overwrite: true);
                var version = ModelZip.ReadInformation(live).Version;
                Assert.True(SpinWait.SpinUntil(() => pool.GetStatus("pneumonia").Version == version, TimeSpan.FromSeconds(30)));
            }

            stop.Cancel();
            var answers = await Task.WhenAll(callers);

            Assert.All(answers, Assert.Empty);
            Assert.True(SpinWait.SpinUntil(() => LiveTensors.Count() - tensors <= tensorsOfOneModel + Replacements * miscount, TimeSpan.FromSeconds(10)));
        }

        Assert.Equal(tensors + (1 + Replacements) * miscount, LiveTensors.Count());
    }

    // TorchSharp's count over all threads keeps one for every parameter that was ever made.
    private static long MiscountOf(string zip)
    {
        var before = LiveTensors.Count();
        PneumoniaModel.Load(zip).Dispose();
        return LiveTensors.Count() - before;
    }

    private static List<string> Ask(
        PredictionEnginePool<PredictionInput, Prediction> pool, PredictionInput input, Dictionary<string, double> expected, CancellationToken stop)
    {
        var wrong = new List<string>();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var answer = pool.Predict("pneumonia", input);
                if (Math.Abs(expected[answer.Model.Split(' ')[1]] - answer.Probabilities[1].Probability) > 1e-4)
                {
                    wrong.Add($"{answer.Model}: {answer.Probabilities[1].Probability}");
                }
            }
            catch (Exception e)
            {
                wrong.Add(e.Message);
            }
        }

        return wrong;
    }

    private static ServiceProvider Pool(string zip)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddPredictionEnginePool<PredictionInput, Prediction>().FromFile("pneumonia", zip, watchForChanges: true);
        return services.BuildServiceProvider();
    }

    private static double Probability(string zip, PredictionInput input)
    {
        using var model = PneumoniaModel.Load(zip);
        return model.Predict([input])[0].Probabilities[1].Probability;
    }

    private string OtherModel()
    {
        var path = Path.Combine(_folder.Path, "other.zip");
        using var scope = NewDisposeScope();
        var content = ModelZip.Read(fixture.Zip);
        var tensors = Safetensors.Load(content.Weights);
        tensors["fc.bias"] = tensors["fc.bias"] + tensor([1f, -1f]);
        using var stream = new MemoryStream();
        Safetensors.Save(stream, tensors);
        var information = content.Information;
        Rewritten.Write(path, information with { Calibration = information.Calibration with { WeightsSha256 = "" } }, stream.ToArray());
        return path;
    }
}
