using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Pneumonia.Core.Graphs;
using Pneumonia.Tests.Package;

namespace Pneumonia.Tests.Graphs;

public class OnnxGraphTests
{
    [Fact]
    public void The_file_says_who_wrote_it_and_what_its_values_are()
    {
        using var session = new InferenceSession(new TrialModel().Onnx());
        Assert.Equal("PneumoniaML", session.ModelMetadata.ProducerName);
        Assert.Equal("trial", session.ModelMetadata.GraphName);
        Assert.Equal("NORMAL,BACTERIA,VIRUS", session.ModelMetadata.CustomMetadataMap["classes"]);
        Assert.Equal(["batch", "", "", ""], session.InputMetadata["Pixels"].SymbolicDimensions);
        Assert.Equal([-1, 1, 6, 8], session.InputMetadata["Pixels"].Dimensions);
    }

    [Fact]
    public void The_same_calls_give_the_same_bytes()
    {
        Assert.Equal(new TrialModel().Onnx(), new TrialModel().Onnx());
        Assert.NotEqual(new TrialModel().Onnx(), new TrialModel(2).Onnx());
    }

    [Fact]
    public void A_name_is_given_once_and_an_input_must_exist()
    {
        var graph = new OnnxGraph("test");
        graph.Initializer("w", [1f], 1);
        Assert.Throws<ArgumentException>(() => graph.Input("w", [1]));
        Assert.Throws<ArgumentException>(() => graph.Node("Relu", ["x"], [1]));
        Assert.Throws<ArgumentException>(() => graph.Initializer("v", [1f], 2));
    }

    [Fact]
    public void The_verdict_keeps_to_the_threshold_and_not_to_the_likeliest_class()
    {
        var judgement = new OnnxJudgement(["A", "B", "C", "D"], ["C", "B"], 0.55, 0.8, [0.1, -0.3, 0.2, 0]);
        var graph = new OnnxGraph("test");
        var (probabilities, verdict, _) = judgement.Append(graph, graph.Input("logits", [4]));
        graph.Output("p", probabilities);
        graph.Output("verdict", verdict);
        using var session = new InferenceSession(graph.ToBytes());
        const int count = 2000;
        var logits = GraphRun.Numbers(4 * count).Select(value => value * 3).ToArray();
        logits[0] = 3e38f;
        using var answers = session.Run([NamedOnnxValue.CreateFromTensor("logits", new DenseTensor<float>(logits, [count, 4]))]);
        var (scores, verdicts) = (answers[0].AsEnumerable<float>().ToArray(), answers[1].AsEnumerable<string>().ToArray());
        var against = 0;
        for (var i = 0; i < count; i++)
        {
            var greatest = logits.Skip(4 * i).Take(4).Max();
            var raised = Enumerable.Range(0, 4).Select(c => Math.Exp(((logits[(4 * i) + c] - (double)greatest) / 0.8) + judgement.Bias[c])).ToArray();
            var p = raised.Select(value => value / raised.Sum()).ToArray();
            var expected = p[1] + p[2] >= 0.55 ? (p[1] >= p[2] ? "B" : "C") : p[0] >= p[3] ? "A" : "D";
            Assert.Equal(expected, verdicts[i]);
            GraphRun.Near([.. p.Select(value => (float)value)], scores[(4 * i)..((4 * i) + 4)]);
            against += judgement.Classes[Array.IndexOf(p, p.Max())] == expected ? 0 : 1;
        }

        Assert.True(against > 50);
    }

    [Fact]
    public void A_judgement_that_does_not_fit_is_refused()
    {
        var graph = new OnnxGraph("test");
        var logits = graph.Input("logits", [2]);
        Assert.Throws<ArgumentException>(() => new OnnxJudgement(["A"], ["A"], 0.5, 1, []).Append(graph, logits));
        Assert.Throws<ArgumentException>(() => new OnnxJudgement(["A", "B"], ["C"], 0.5, 1, []).Append(graph, logits));
        Assert.Throws<ArgumentException>(() => new OnnxJudgement(["A", "B"], ["B"], 0.5, 0, []).Append(graph, logits));
    }
}
