using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;

namespace Pneumonia.Tests.Torch;

public class OptimizerTests
{
    private static readonly Dictionary<string, Func<Parameter[], optim.Optimizer>> s_optimizers = new()
    {
        ["sgd"] = p => optim.SGD(p, 0.1),
        ["sgd_momentum"] = p => optim.SGD(p, 0.1, momentum: 0.9, weight_decay: 0.01),
        ["sgd_nesterov"] = p => optim.SGD(p, 0.1, momentum: 0.8, nesterov: true),
        ["adam"] = p => optim.Adam(p, 0.05, beta1: 0.8, beta2: 0.95, weight_decay: 0.02),
        ["adamw"] = p => optim.AdamW(p, 0.05, weight_decay: 0.1),
    };

    private static readonly Dictionary<string, Func<optim.Optimizer, optim.LRScheduler>> s_schedules = new()
    {
        ["step"] = o => optim.lr_scheduler.StepLR(o, 6, 0.5),
        ["exponential"] = o => optim.lr_scheduler.ExponentialLR(o, 0.9),
        ["cosine"] = o => optim.lr_scheduler.CosineAnnealingLR(o, 19, 0.01),
        ["one_cycle"] = o => optim.lr_scheduler.OneCycleLR(o, 0.7, 20),
    };

    public static TheoryData<string> Optimizers => [.. s_optimizers.Keys];

    public static TheoryData<string> Schedules => [.. s_schedules.Keys];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Five_steps_end_where_PyTorch_ends(string name)
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Load();
        using var parameter = new Parameter(golden["optim/start"]);
        using var optimizer = s_optimizers[name]([parameter]);
        Run(optimizer, parameter, golden["optim/grads"], 0, 5);
        Golden.AssertClose(golden[$"optim/{name}"], parameter, name);
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void A_resumed_optimiser_goes_on_to_the_last_bit(string name)
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Load();
        using var straight = new Parameter(golden["optim/start"].clone());
        using var whole = s_optimizers[name]([straight]);
        Run(whole, straight, golden["optim/grads"], 0, 5);

        using var stopped = new Parameter(golden["optim/start"].clone());
        using var before = s_optimizers[name]([stopped]);
        Run(before, stopped, golden["optim/grads"], 0, 2);
        var file = new MemoryStream();
        safetensors.save(file, before.state_dict());
        using var resumed = new Parameter(stopped.clone());
        using var after = s_optimizers[name]([resumed]);
        after.load_state_dict(safetensors.load(file.ToArray()));
        Run(after, resumed, golden["optim/grads"], 2, 5);

        Assert.Equal(straight.ToArray<float>(), resumed.ToArray<float>());
    }

    [Fact]
    public void A_state_of_another_optimiser_is_refused()
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(ones([2]));
        parameter.grad = ones([2]);
        using var sgd = optim.SGD([parameter], 0.1);
        using var adam = optim.Adam([parameter]);
        sgd.step();
        var error = Assert.Throws<ArgumentException>(() => adam.load_state_dict(sgd.state_dict()));
        Assert.Contains("state.0.exp_avg is missing", error.Message);
    }

    [Fact]
    public void Frozen_parameters_and_those_without_a_gradient_stay()
    {
        using var scope = NewDisposeScope();
        using var frozen = new Parameter(ones([2]), requires_grad: false);
        using var idle = new Parameter(ones([2]));
        using var optimizer = optim.AdamW([frozen, idle], weight_decay: 0.5);
        optimizer.step();
        Assert.Equal([1f, 1f], frozen.ToArray<float>());
        Assert.Equal([1f, 1f], idle.ToArray<float>());
        Assert.Equal(2, optimizer.state_dict().Count);
    }

    [Fact]
    public void Groups_have_rates_of_their_own()
    {
        using var scope = NewDisposeScope();
        using var fast = new Parameter(zeros([1]));
        using var slow = new Parameter(zeros([1]));
        using var optimizer = optim.SGD([new optim.ParamGroup([fast]), new optim.ParamGroup([slow], lr: 0.01)], 0.1);
        (fast.grad, slow.grad) = (ones([1]), ones([1]));
        optimizer.step();
        Assert.Equal(-0.1f, fast.item<float>());
        Assert.Equal(-0.01f, slow.item<float>());
    }

    [Fact]
    public void A_channels_last_weight_learns_the_same_as_a_contiguous_one()
    {
        using var scope = NewDisposeScope();
        var (start, grad) = (linspace(-1, 1, 54).reshape(2, 3, 3, 3), linspace(2, -1, 54).reshape(2, 3, 3, 3));
        using var plain = new Parameter(start.clone());
        using var last = new Parameter(start.contiguous(memory_format.channels_last));
        plain.grad = grad;
        last.grad = grad;
        using var optimizer = optim.AdamW([plain, last], 0.1);
        optimizer.step();
        Assert.True(last.is_contiguous(memory_format.channels_last));
        Assert.Equal(plain.ToArray<float>(), last.ToArray<float>());
    }

    [Fact]
    public void Gradients_are_clipped_as_in_PyTorch()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Load();
        using var a = new Parameter(zeros([3]));
        using var b = new Parameter(zeros([2, 2]));
        (a.grad, b.grad) = (golden["clip/a"], golden["clip/b"]);
        Assert.Equal(golden["clip/norm"].item<double>(), nn.utils.clip_grad_norm_([a, b], 0.7), 5);
        Golden.AssertClose(golden["clip/clipped_a"], a.grad!, "a");
        Golden.AssertClose(golden["clip/clipped_b"], b.grad!, "b");
    }

    [Theory]
    [MemberData(nameof(Schedules))]
    public void A_schedule_gives_PyTorchs_rates(string name)
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(zeros([1]));
        using var optimizer = optim.SGD([parameter], 0.3);
        var scheduler = s_schedules[name](optimizer);
        foreach (var expected in Golden.Load()[$"schedule/{name}"].ToArray<double>())
        {
            Assert.Equal(expected, optimizer.LearningRate, 12);
            scheduler.step();
        }
    }

    [Fact]
    public void A_warm_up_rises_evenly_and_falls_to_the_end()
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(zeros([1]));
        using var optimizer = optim.SGD([parameter], 1);
        var scheduler = optim.lr_scheduler.WarmupCosineLR(optimizer, warmup: 3, total: 13, eta_min: 0.1);
        var rates = Enumerable.Range(0, 15).Select(step =>
        {
            scheduler.step(step);
            return optimizer.LearningRate;
        }).ToArray();
        Assert.Equal([0.25, 0.5, 0.75, 1], rates[..4]);
        Assert.Equal(0.55, rates[8], 12);
        Assert.Equal([0.1, 0.1], rates[13..]);
    }

    private static void Run(optim.Optimizer optimizer, Parameter parameter, Tensor grads, int from, int to)
    {
        for (var step = from; step < to; step++)
        {
            if (step == 3)
                optimizer.LearningRate = 0.02;
            parameter.grad = grads[step].clone();
            optimizer.step();
        }
    }
}
