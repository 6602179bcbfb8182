using Pneumonia.Torch;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Tests.Torch;

[Collection(SerialCollection.Name)]
public class DisposeScopeTests
{
    private readonly long _before = Settled();

    [Fact]
    public void A_scope_disposes_exactly_what_was_made_inside()
    {
        var outside = ones([2]);
        using (var scope = NewDisposeScope())
        {
            var sum = outside + 1;
            sum.add_(1);
            Assert.Equal(1, scope.DisposablesCount);
            Assert.Equal(2, LiveTensors - _before);
        }

        Assert.Equal(1, LiveTensors - _before);
        Assert.False(outside.IsDisposed);
        outside.Dispose();
        outside.Dispose();
        Assert.Equal(0, LiveTensors - _before);
    }

    [Fact]
    public void A_moved_tensor_lives_as_long_as_the_outer_scope()
    {
        Tensor detached;
        using (var outer = NewDisposeScope())
        {
            Tensor moved;
            using (NewDisposeScope())
            {
                moved = ones([1]).MoveToOuterDisposeScope();
                detached = ones([1]).DetachFromDisposeScope();
                _ = ones([1]);
            }

            Assert.Equal(1, outer.DisposablesCount);
            Assert.Equal(2, LiveTensors - _before);
            Assert.Equal(1f, moved.item<float>());
        }

        Assert.Equal(1, LiveTensors - _before);
        detached.Dispose();
    }

    [Fact]
    public void A_scope_gives_away_only_what_is_its_own()
    {
        using var outer = NewDisposeScope();
        var foreign = ones([1]);
        using (var inner = NewDisposeScope())
            inner.MoveToOuter(foreign);
        Assert.Equal(1, outer.DisposablesCount);
    }

    [Fact]
    public void A_scope_owns_the_tensors_of_its_own_thread_alone()
    {
        using var scope = NewDisposeScope();
        Tensor? other = null;
        var thread = new Thread(() => other = ones([1]));
        thread.Start();
        thread.Join();
        Assert.Equal(0, scope.DisposablesCount);
        other!.Dispose();
    }

    [Fact]
    public void Scopes_closed_out_of_order_do_no_harm()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        outer.Dispose();
        var kept = ones([1]);
        Assert.Equal(1, inner.DisposablesCount);
        inner.Dispose();
        Assert.True(kept.IsDisposed);
        using var free = ones([1]);
        Assert.Equal(1, LiveTensors - _before);
    }

    [Fact]
    public void Modules_and_optimisers_outlive_the_scope_they_were_made_in_and_free_all_they_own()
    {
        Module<Tensor, Tensor> network;
        optim.Optimizer optimizer;
        using (NewDisposeScope())
        {
            network = Sequential(Conv2d(1, 2, 3), BatchNorm2d(2), Flatten(), Linear(2, 1));
            optimizer = optim.AdamW(network.parameters());
            network.call(ones([2, 1, 3, 3])).sum().backward();
            optimizer.step();
        }

        Assert.Equal(9 + 12, LiveTensors - _before);
        optimizer.Dispose();
        Assert.Equal(9, LiveTensors - _before);
        network.Dispose();
        Assert.Equal(0, LiveTensors - _before);
    }

    [Fact]
    public void A_thousand_steps_of_training_leave_nothing_behind()
    {
        using var network = Sequential(Conv2d(1, 2, 3), BatchNorm2d(2), ReLU(), AdaptiveAvgPool2d(1), Flatten(), Linear(2, 2));
        using var optimizer = optim.AdamW(network.parameters());
        var afterFirst = 0L;
        for (var step = 0; step < 1000; step++)
        {
            using var scope = NewDisposeScope();
            using (autocast(bfloat16, enabled: step % 2 == 0))
            {
                var images = randn([2, 1, 6, 6]);
                var loss = functional.cross_entropy(network.call(images).to(float32), tensor<long>([0, 1]));
                optimizer.zero_grad();
                loss.backward();
            }

            utils.clip_grad_norm_(network.parameters(), 1);
            optimizer.step();
            _ = optimizer.state_dict();
            scope.Dispose();
            if (step == 0)
                afterFirst = LiveTensors;
            Assert.Equal(afterFirst, LiveTensors);
        }

        Assert.Equal(9 + 12, afterFirst - _before);
    }

    // The tensors that other tests left to the garbage collector must not vanish while this one counts.
    private static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return LiveTensors;
    }
}
