using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Core;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Serving;
using Pneumonia.Core.Serving.Pool;
using Pneumonia.Model.Explaining;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Serving;

[Collection(TrainingCollection.Name)]
public sealed class ModelExplainerTests : IDisposable
{
    private readonly TrainedModelFixture _fixture;
    private readonly TemporaryFolder _folder = new();
    private readonly string _headless;
    private readonly Radiograph _radiograph;

    public ModelExplainerTests(TrainedModelFixture fixture)
    {
        _fixture = fixture;
        _headless = Headless.Write(Path.Combine(_folder.Path, "headless.zip"), fixture.Zip);
        _radiograph = new RadiographDecoder().DecodeFile(fixture.Phantoms.Data.Images[0].Path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_network_that_gives_no_map_gets_that_of_Grad_CAM_where_gradients_are_computed()
    {
        using var plain = PneumoniaModel.Load(_fixture.Zip);
        using var headless = PneumoniaModel.Load(_headless, new TorchGradientExplainer());
        PredictionInput[] input = [new(_radiograph, WithSaliency: true)];

        var (expected, map) = (plain.Predict(input)[0].Saliency!, headless.Predict(input)[0].Saliency!);

        // With the mean and one layer at the end, Grad-CAM is the class activation map.
        Assert.Equal(("cam", "grad-cam"), (expected.Method, map.Method));
        Assert.Equal((expected.Class, expected.Width, expected.Height), (map.Class, map.Width, map.Height));
        Assert.All(expected.Values.ToArray().Zip(map.Values.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 0.02));
        Assert.Equal("grad-cam", headless.ExplanationMethods[0].Name);
    }

    [Fact]
    public void Without_gradients_it_answers_without_a_map_and_offers_what_needs_none()
    {
        using var model = PneumoniaModel.Load(_headless, new FakeGradientExplainer("There is none."));

        var answer = model.Predict([new PredictionInput(_radiograph, WithSaliency: true)])[0];
        var error = Assert.Throws<UserException>(() => model.Explain(_radiograph, new ExplanationQuestion("grad-cam")));

        Assert.Null(answer.Saliency);
        Assert.Equal(["occlusion", "score-cam", "rise"], model.ExplanationMethods.Select(method => method.Name));
        Assert.Equal("There is none.", error.Message);
    }

    [Fact]
    public void The_answer_stands_where_its_map_fails()
    {
        using var model = PneumoniaModel.Load(_headless, new FakeGradientExplainer(obstacle: null));

        var answer = model.Predict([new PredictionInput(_radiograph, WithSaliency: true)])[0];

        Assert.Null(answer.Saliency);
        Assert.InRange(answer.PositiveProbability, 0, 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pool_offers_what_needs_gradients_where_something_computes_them(bool computes)
    {
        var services = new ServiceCollection().AddLogging();
        if (computes)
        {
            services.AddSingleton<IGradientExplainer>(new FakeGradientExplainer(obstacle: null));
        }

        services.AddPredictionEnginePool<PredictionInput, Prediction>();
        using var provider = services.BuildServiceProvider();
        using var model = provider.GetRequiredService<IModelLoader>().Load(_fixture.Zip);

        Assert.Equal(computes, model.ExplanationMethods.Any(method => method.Name == "integrated-gradients"));
        Assert.Equal("cam", model.ExplanationMethods[0].Name);
    }
}
