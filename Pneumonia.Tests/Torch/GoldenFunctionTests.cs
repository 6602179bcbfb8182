using Pneumonia.Torch;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn.functional;

namespace Pneumonia.Tests.Torch;

public class GoldenFunctionTests
{
    private delegate Tensor Function(Func<string, Tensor> input);

    private static readonly Dictionary<string, Function> s_cases = new()
    {
        ["conv2d"] = t => conv2d(t("input"), t("weight"), t("bias")),
        ["conv2d_stride"] = t => conv2d(t("input"), t("weight"), t("bias"), stride: (2, 1), padding: (1, 2)),
        ["conv2d_groups"] = t => conv2d(t("input"), t("weight"), groups: 2, padding: 1),
        ["conv2d_dilation"] = t => conv2d(t("input"), t("weight"), dilation: 2),
        ["linear"] = t => linear(t("input"), t("weight"), t("bias")),
        ["max_pool2d"] = t => max_pool2d(t("input"), 3, 2, 1),
        ["max_pool2d_ceil"] = t => max_pool2d(t("input"), 3, 2, ceil_mode: true),
        ["avg_pool2d"] = t => avg_pool2d(t("input"), 3, 1, 1),
        ["avg_pool2d_exclude_pad"] = t => avg_pool2d(t("input"), 3, 1, 1, count_include_pad: false),
        ["adaptive_avg_pool2d"] = t => adaptive_avg_pool2d(t("input"), (2, 3)),
        ["batch_norm_eval"] = t => batch_norm(t("input"), t("fixed_mean"), t("fixed_var"), t("weight"), t("bias")),
        ["batch_norm_train"] = t => batch_norm(t("input"), null, null, t("weight"), t("bias"), training: true, eps: 1e-3),
        ["cross_entropy"] = t => cross_entropy(t("input"), t("target")),
        ["cross_entropy_weighted"] = t => cross_entropy(t("input"), t("target"), t("fixed_weight"), label_smoothing: 0.1),
        ["cross_entropy_none"] = t => cross_entropy(t("input"), t("target"), reduction: nn.Reduction.None),
        ["cross_entropy_probabilities"] = t =>
            cross_entropy(t("input"), t("fixed_target"), reduction: nn.Reduction.Sum, label_smoothing: 0.05),
        ["bce_with_logits"] = t =>
            binary_cross_entropy_with_logits(t("input"), t("fixed_target"), pos_weight: t("fixed_weight")),
        ["mse_loss"] = t => mse_loss(t("input"), t("target")),
        ["kl_div"] = t => kl_div(t("input").log_softmax(1), t("fixed_target"), reduction: nn.Reduction.Sum),
        ["normalize"] = t => normalize(t("input")),
        ["affine_grid"] = t => affine_grid(t("theta"), [2, 1, 4, 5]),
        ["grid_sample_zeros"] = t => Sample(t, nn.GridSamplePaddingMode.Zeros),
        ["grid_sample_border"] = t => Sample(t, nn.GridSamplePaddingMode.Border),
        ["grid_sample_reflection"] = t => Sample(t, nn.GridSamplePaddingMode.Reflection),
        ["interpolate_bilinear"] = t => interpolate(t("input"), (7, 4), InterpolationMode.Bilinear),
        ["interpolate_corners"] = t => interpolate(t("input"), (7, 4), InterpolationMode.Bilinear, align_corners: true),
        ["interpolate_nearest"] = t => interpolate(t("input"), (7, 4)),
        ["pad_reflect"] = t => pad(t("input"), [1, 2, 0, 1], nn.PaddingModes.Reflect),
        ["elementwise"] = t => (t("a").exp() + t("b") * t("a") - 2 / (t("b").abs() + 1) + (1 - t("a")).tanh() * t("b").sigmoid())
            .pow(2).sqrt(),
        ["activations"] = t => t("a").relu() + t("a").silu() + (t("a") * 9).relu6()
            + t("a").clamp(-0.5, 0.5) + t("a").log_softmax(1),
        ["reductions"] = t => t("a").sum([0, 2]) + t("a").mean(1).std() + t("a").var([0, 2], unbiased: false)
            + t("a").norm([0, 2]) + t("a").max(2).values.sum(),
        ["shapes"] = t => cat(
                [t("a").permute(2, 0, 1).flatten(1), t("a").flip(2).transpose(0, 2).reshape(5, -1).roll([1], [0])], 1)
            .narrow(1, 1, 9).unsqueeze(0).expand(2, -1, -1).repeat(1, 1, 2),
        ["picks"] = t => stack([
            t("a").index_select(1, t("i")), t("a").gather(1, t("i").expand(3, -1)),
            t("a").sort(1, descending: true).values.narrow(1, 0, 3), t("a").topk(3, 1).values,
            where(t("a").gt(0), t("a"), -t("a")).narrow(1, 0, 3)]),
        ["matmul"] = t => t("a").matmul(t("b")),
    };

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Outputs_and_gradients_are_PyTorchs(string name)
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Load();
        foreach (var input in golden.Keys.Where(key => key.StartsWith($"{name}/grad/", StringComparison.Ordinal)))
            golden[input.Replace("/grad/", "/in/")].requires_grad = true;

        var output = s_cases[name](input => golden[$"{name}/in/{input}"]);
        output.backward(linspace(-1, 1, output.numel()).reshape(output.shape));

        Golden.AssertClose(golden[$"{name}/out"], output, "output");
        foreach (var (key, expected) in golden.Where(entry => entry.Key.StartsWith($"{name}/grad/", StringComparison.Ordinal)))
            Golden.AssertClose(expected, golden[key.Replace("/grad/", "/in/")].grad!, key);
    }

    [Fact]
    public void Every_golden_case_is_compared()
    {
        using var scope = NewDisposeScope();
        var generated = Golden.Load().Keys.Where(key => key.EndsWith("/out", StringComparison.Ordinal)).Select(key => key[..^4]);
        Assert.Equal(generated.Order(), s_cases.Keys.Order());
    }

    [Fact]
    public void Batch_norm_moves_its_running_statistics_as_PyTorch_does()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Load();
        var (mean, var) = (golden["batch_norm_eval/in/fixed_mean"], golden["batch_norm_eval/in/fixed_var"]);
        batch_norm(golden["batch_norm_train/in/input"], mean, var, training: true, momentum: 0.2, eps: 1e-3);
        Golden.AssertClose(golden["batch_norm_train/mean"], mean, "mean");
        Golden.AssertClose(golden["batch_norm_train/var"], var, "variance");
    }

    private static Tensor Sample(Func<string, Tensor> t, nn.GridSamplePaddingMode padding) =>
        grid_sample(t("input"), affine_grid(t("theta"), [2, 1, 4, 5]), padding_mode: padding);
}
