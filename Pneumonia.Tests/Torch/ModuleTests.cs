using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Tests.Torch;

[Collection(SerialCollection.Name)]
public class ModuleTests
{
    [Fact]
    public void Names_are_PyTorchs()
    {
        using var network = new Network();
        Assert.Equal(
            [
                "scale", "conv1.weight", "layer1.0.conv.weight", "layer1.0.conv.bias", "layer1.0.bn1.weight", "layer1.0.bn1.bias",
                "layer1.0.bn1.running_mean", "layer1.0.bn1.running_var", "layer1.0.bn1.num_batches_tracked", "heads.0.weight",
                "heads.0.bias", "heads.1.weight", "heads.1.bias",
            ],
            network.state_dict().Keys);
        Assert.Equal(10, network.parameters().Count());
        Assert.Equal(["layer1.0.bn1.running_mean", "layer1.0.bn1.running_var", "layer1.0.bn1.num_batches_tracked"],
            network.named_buffers().Select(entry => entry.name));
        Assert.Contains("layer1.0.bn1", network.named_modules().Select(entry => entry.name));
    }

    [Fact]
    public void A_state_travels_between_modules_of_one_shape()
    {
        using var scope = NewDisposeScope();
        using var from = new Network();
        using var to = new Network();
        var x = randn([2, 1, 4, 4]);
        from.call(x);
        to.load_state_dict(from.state_dict());
        from.eval();
        to.eval();
        Assert.Equal(from.call(x).ToArray<float>(), to.call(x).ToArray<float>());
    }

    [Fact]
    public void A_state_that_does_not_fit_is_refused_and_changes_nothing()
    {
        using var scope = NewDisposeScope();
        using var network = new Network();
        var before = network.state_dict()["conv1.weight"].ToArray<float>();
        var state = network.state_dict().ToDictionary(entry => entry.Key, entry => zeros_like(entry.Value));
        state["heads.1.bias"] = zeros([5]);
        Assert.Contains("heads.1.bias is [5]", Assert.Throws<ArgumentException>(() => network.load_state_dict(state)).Message);
        state.Remove("heads.1.bias");
        Assert.Contains("missing heads.1.bias", Assert.Throws<ArgumentException>(() => network.load_state_dict(state)).Message);
        Assert.Equal(before, network.state_dict()["conv1.weight"].ToArray<float>());

        var (missing, unexpected) = network.load_state_dict(state, strict: false);
        Assert.Equal(["heads.1.bias"], missing);
        Assert.Empty(unexpected);
        Assert.Equal(0f, network.state_dict()["conv1.weight"].abs().max().item<float>());
    }

    [Fact]
    public void Training_mode_reaches_every_module()
    {
        using var network = new Network();
        network.eval();
        Assert.All(network.modules(), module => Assert.False(module.training));
        network.train();
        Assert.All(network.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void Dropout_drops_in_training_alone()
    {
        using var scope = NewDisposeScope();
        using var dropout = Dropout(0.5);
        manual_seed(1);
        var dropped = dropout.call(ones([1000])).ToArray<float>();
        Assert.Equal([0f, 2f], dropped.Distinct().Order());
        dropout.eval();
        Assert.All(dropout.call(ones([1000])).ToArray<float>(), value => Assert.Equal(1f, value));
    }

    [Fact]
    public void Layout_and_type_change_in_place_under_an_optimiser()
    {
        using var scope = NewDisposeScope();
        using var network = new Network();
        var weight = network.conv1.weight;
        network.to(memory_format.channels_last);
        Assert.True(network.layer1.parameters().First().is_contiguous(memory_format.channels_last));
        network.to(bfloat16);
        Assert.Same(weight, network.conv1.weight);
        Assert.Equal(bfloat16, weight.dtype);
        Assert.Equal(int64, network.state_dict()["layer1.0.bn1.num_batches_tracked"].dtype);
    }

    private sealed class Block : Module<Tensor, Tensor>
    {
        private readonly Conv2d conv = Conv2d(2, 2, 3, padding: 1);
        private readonly BatchNorm2d bn1 = BatchNorm2d(2);

        internal Block() => RegisterComponents();

        public override Tensor forward(Tensor input) => bn1.call(conv.call(input)).relu_();
    }

    private sealed class Network : Module<Tensor, Tensor>
    {
        internal readonly Conv2d conv1 = Conv2d(1, 2, 3, bias: false);
        internal readonly Sequential layer1 = Sequential(new Block());
        private readonly Parameter scale = new(ones([1]));

        internal Network() => RegisterComponents();

        private ModuleList<Linear> heads { get; } = ModuleList(Linear(2, 3), Linear(2, 4));

        public override Tensor forward(Tensor input)
        {
            var features = layer1.call(conv1.call(input)).mean([2, 3]) * scale;
            return cat(heads.Select(head => head.call(features)), 1);
        }
    }
}
