using Pneumonia.Torch;
using static Pneumonia.Torch.torch;

namespace Pneumonia.Tests.Torch;

public class AutogradTests
{
    [Fact]
    public void Gradients_add_up_until_they_are_forgotten()
    {
        using var scope = NewDisposeScope();
        var x = tensor<float>([3]).requires_grad_();
        Assert.Null(x.grad);
        x.pow(2).backward();
        x.pow(2).backward();
        Assert.Equal(12f, x.grad!.item<float>());
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void Gradients_on_request_leave_the_leaves_alone()
    {
        using var scope = NewDisposeScope();
        var (x, unused) = (tensor<float>([3]).requires_grad_(), ones([1]).requires_grad_());
        var cube = x.pow(3);
        var first = autograd.grad([cube], [x], create_graph: true)[0]!;
        var second = autograd.grad([first], [x, unused], allow_unused: true);
        Assert.Equal(27f, first.item<float>());
        Assert.Equal(18f, second[0]!.item<float>());
        Assert.Null(second[1]);
        Assert.Null(x.grad);
    }

    [Fact]
    public void Modes_nest_and_end()
    {
        using var scope = NewDisposeScope();
        var x = ones([1]).requires_grad_();
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
                Assert.True((x * 2).requires_grad);
            Assert.False(is_grad_enabled());
        }

        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            Assert.False((x * 2).requires_grad);
        }

        Assert.True(is_grad_enabled());
        Assert.False(is_inference_mode_enabled());
        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void Autocast_computes_products_in_bfloat16_and_losses_in_float()
    {
        using var scope = NewDisposeScope();
        var (weight, x) = (ones([2, 3]).requires_grad_(), ones([4, 3]));
        using (autocast(bfloat16))
        {
            Assert.Equal(bfloat16, nn.functional.linear(x, weight).dtype);
            using (autocast(enabled: false))
                Assert.Equal(float32, nn.functional.linear(x, weight).dtype);
            var output = nn.functional.linear(x, weight);
            Assert.Equal(bfloat16, output.dtype);
            output.sum().backward();
        }

        Assert.Equal(float32, nn.functional.linear(x, weight).dtype);
        Assert.Equal(float32, weight.grad!.dtype);
        Assert.Equal(4f, weight.grad!.max().item<float>());
    }

    [Fact]
    public void Autocast_sees_weights_that_changed_since_it_last_ended()
    {
        using var scope = NewDisposeScope();
        var (weight, x) = (ones([1, 1]).requires_grad_(), ones([1, 1]));
        using (autocast())
            Assert.Equal(1f, nn.functional.linear(x, weight).item<float>());
        using (no_grad())
            weight.fill_(2);
        using (autocast())
            Assert.Equal(2f, nn.functional.linear(x, weight).item<float>());
    }
}
