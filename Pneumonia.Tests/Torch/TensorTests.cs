using Pneumonia.Torch;
using static Pneumonia.Torch.torch;

namespace Pneumonia.Tests.Torch;

public class TensorTests
{
    [Fact]
    public void Data_goes_in_and_comes_out()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([1f, 2, 3, 4], tensor<float>([1, 2, 3, 4], [2, 2]).ToArray<float>());
        Assert.Equal([1f, 3, 2, 4], tensor<float>([1, 2, 3, 4], [2, 2]).transpose(0, 1).ToArray<float>());
        Assert.Equal([1L, 2], tensor<byte>([1, 2]).data<long>());
        Assert.Equal([(Half)0.5f], tensor<Half>([(Half)0.5f]).ToArray<Half>());
        Assert.Equal([0.5f], tensor<float>([0.5f]).to(bfloat16).ToArray<float>());
        Assert.Equal([true, false], tensor<bool>([true, false]).ToArray<bool>());
        Assert.Equal(2.5, tensor(2.5).item<double>());
        Assert.Equal(3L, tensor<int>([3]).item<long>());
        Assert.True(ones([2]).eq(1).all().item<bool>());

        var destination = new float[4];
        arange(0.0, 4.0).CopyTo<float>(destination);
        Assert.Equal([0f, 1, 2, 3], destination);
        Assert.Throws<TorchException>(() => ones([5]).CopyTo<float>(destination));
        Assert.Throws<ArgumentException>(() => tensor<char>(['a']));
    }

    [Fact]
    public void A_whole_number_keeps_whole_tensors_whole()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(int64, (arange(3) + 1).dtype);
        Assert.Equal(float32, (arange(3) + 1.0).dtype);
        Assert.Equal(float32, (arange(3) / 2).dtype);
        Assert.Equal([0.5f], (1 / tensor<float>([2])).ToArray<float>());
        Assert.Equal([-1f], (1 - tensor<float>([2])).ToArray<float>());
    }

    [Fact]
    public void Shape_and_layout_are_told()
    {
        using var scope = NewDisposeScope();
        var images = zeros([2, 3, 4, 5]).to(memory_format.channels_last);
        Assert.Equal([2, 3, 4, 5], images.shape);
        Assert.Equal((4, 120, 5), (images.dim(), images.numel(), images.size(-1)));
        Assert.Equal(3, images.stride(3));
        Assert.True(images.is_contiguous(memory_format.channels_last));
        Assert.False(images.is_contiguous());
        Assert.Equal("[2x3x4x5], type = Float32", images.ToString());
    }

    [Fact]
    public void In_place_operations_change_the_tensor_and_return_it()
    {
        using var scope = NewDisposeScope();
        var x = zeros([2]);
        Assert.Same(x, x.add_(3).mul_(2).sub_(1).div_(5).fill_(4).sqrt_().neg_().clamp_(min: -1));
        Assert.Equal([-1f, -1], x.ToArray<float>());
        x.addcmul_(full([2], 2), full([2], 3), 0.5).addcdiv_(full([2], 8), full([2], 4)).lerp_(zeros([2]), 0.5)
            .add_(ones([2]), -2);
        Assert.Equal([0f, 0], x.ToArray<float>());
    }

    [Fact]
    public void Answers_and_places_are_found()
    {
        using var scope = NewDisposeScope();
        var x = tensor<float>([3, 1, 2, 9, 8, 7], [2, 3]);
        Assert.Equal([0L, 0], x.argmax(1).ToArray<long>());
        Assert.Equal(3L, x.argmax().item<long>());
        Assert.Equal([1L, 2, 0], x[0].sort().indexes.ToArray<long>());
        Assert.Equal([1L, 2], x.min(1).indexes.ToArray<long>());
        Assert.Equal([1f, 2, 0], x[0].masked_fill(x[0].gt(2), 0).sort().values.roll([-1], [0]).ToArray<float>());
        Assert.True((x / 0).isfinite().logical_not().all().item<bool>());
        Assert.False(x.isnan().any().item<bool>());
        Assert.Equal([1f, 0, 0, 1], eye(2).ToArray<float>());
    }

    [Fact]
    public void The_version_is_Debians_libtorch() => Assert.StartsWith("1.13", __version__);
}
