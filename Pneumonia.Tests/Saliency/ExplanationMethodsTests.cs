using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Saliency;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Tests.Networks;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Saliency;

[Collection(NetworkCollection.Name)]
public sealed class ExplanationMethodsTests
{
    private static readonly IExplanationMethod[] s_short =
    [
        new ClassActivationMap(), new GradCam(), new GradCamPlusPlus(), new IntegratedGradients(steps: 2, samples: 1),
        new Occlusion(cells: 3), new Rise(masks: 8),
    ];

    [Theory]
    [MemberData(nameof(NetworkCollection.Architectures), MemberType = typeof(NetworkCollection))]
    public void Every_architecture_can_be_explained_and_its_weights_keep_no_gradient(string name)
    {
        using var scope = NewDisposeScope();
        using var network = NetworkFactory.Create(name, new NetworkOptions(Classes: 3));
        network.eval();
        var request = Requests.Of(network, FormulaWeights.Images(1).narrow(0, 0, 1), 2);

        Assert.All(s_short.Where(method => method.Suits(request.Network)), method =>
        {
            var map = SaliencyMap.Of(request, "VIRUS", method);
            Assert.Equal((method.Name, "VIRUS"), (map.Method, map.Class));
            Assert.All(map.Values.ToArray(), value => Assert.InRange(value, 0, 1));
        });
        Assert.All(network.parameters(), parameter => Assert.Null(parameter.grad));
        Assert.Equal(network.EndsInGlobalAveragePooling ? "cam" : "grad-cam", ExplanationMethods.DefaultFor(request.Network).Name);
    }

    [Theory]
    [InlineData("grad-cam++")]
    [InlineData("integrated-gradients")]
    [InlineData("rise")]
    public void The_same_seed_gives_the_same_map(string name)
    {
        using var scope = NewDisposeScope();
        using var network = new PlainNetwork();
        var request = Requests.Of(network, FormulaWeights.Noise("small", [1, 1, 6, 8]), 1) with { Seed = 3 };
        var method = ExplanationMethods.Find(name);

        var map = method.Evidence(request).Values;

        Assert.Equal(map, method.Evidence(request).Values);
        var other = method.Evidence(request with { Seed = 4 }).Values;
        Assert.Equal(!method.IsSlow, map.SequenceEqual(other));
    }

    [Theory]
    [InlineData("score-cam")]
    [InlineData("integrated-gradients")]
    [InlineData("occlusion")]
    [InlineData("rise")]
    public void A_slow_method_reports_to_the_end_and_can_be_cancelled(string name)
    {
        using var scope = NewDisposeScope();
        using var network = new PlainNetwork();
        using var cancellation = new CancellationTokenSource();
        var reports = new List<DataProgress>();
        var request = Requests.Of(network, FormulaWeights.Noise("small", [1, 1, 6, 8]), 1) with
        {
            Progress = new Reports(reports.Add), Cancellation = cancellation.Token,
        };
        var method = name == "occlusion" ? new Occlusion(cells: 6) : ExplanationMethods.Find(name);

        method.Evidence(request);
        cancellation.Cancel();

        Assert.True(method.IsSlow);
        Assert.Equal(reports[^1].Total, reports[^1].Done);
        Assert.Throws<OperationCanceledException>(() => method.Evidence(request));
    }

    [Fact]
    public void Explaining_leaves_no_tensor_behind()
    {
        using var scope = NewDisposeScope();
        using var network = new PlainNetwork();
        var request = Requests.Of(network, FormulaWeights.Noise("small", [1, 1, 6, 8]), 1);
        IExplanationMethod[] methods = [new GradCam(), new GradCamPlusPlus(), new ScoreCam(), new IntegratedGradients(), new Occlusion(6), new Rise(16)];

        Assert.All(methods, method =>
        {
            var before = scope.DisposablesCount;
            method.Evidence(request);
            Assert.Equal(before, scope.DisposablesCount);
        });
    }

    [Fact]
    public void An_unknown_method_is_refused_with_those_there_are()
    {
        var error = Assert.Throws<UserException>(() => ExplanationMethods.Find("lime"));

        Assert.Contains("'lime'", error.Message, StringComparison.Ordinal);
        Assert.Contains("grad-cam++", error.Message, StringComparison.Ordinal);
    }

    private sealed class Reports(Action<DataProgress> report) : IProgress<DataProgress>
    {
        public void Report(DataProgress value) => report(value);
    }
}
