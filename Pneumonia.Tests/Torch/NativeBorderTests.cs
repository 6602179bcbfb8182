using System.Runtime.InteropServices;
using Pneumonia.Torch;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn.functional;

namespace Pneumonia.Tests.Torch;

public class NativeBorderTests
{
    private static readonly Dictionary<string, (Action Call, string Message)> s_refused = new()
    {
        ["shapes that do not fit"] = (() => _ = ones([2, 3]) + ones([4]),
            "The size of tensor a (3) must match the size of tensor b (4)"),
        ["a bad reshape"] = (() => ones([6]).reshape(4, -1), "shape '[4, -1]' is invalid for input of size 6"),
        ["a matrix product"] = (() => ones([2, 3]).mm(ones([2, 3])), "mat1 and mat2 shapes cannot be multiplied"),
        ["too little data"] = (() => tensor<float>([1, 2, 3], [2, 2]), "12 bytes given for the 16 of shape [2, 2]"),
        ["a negative length"] = (() => zeros([-1]), "negative dimension -1"),
        ["an unknown type"] = (() => zeros([1], (ScalarType)99), "unknown element type 99"),
        ["an unknown layout"] = (() => zeros([1]).contiguous((memory_format)77), "unknown memory format 77"),
        ["more memory than there is"] = (() => empty([1L << 50]), "can't allocate memory"),
        ["no groups"] = (() => conv2d(ones([1, 1, 3, 3]), ones([1, 1, 3, 3]), groups: 0), "groups must be positive"),
        ["groups beyond counting"] = (() => conv2d(ones([1, 2, 5, 5]), ones([2, 2, 3, 3]), groups: 1L << 33), "is no length"),
        ["padding that overflows"] = (() => conv2d(ones([1, 2, 5, 5]), ones([2, 2, 3, 3]), padding: (0, long.MaxValue)),
            "is no length"),
        ["a window that overflows"] = (() => max_pool2d(ones([1, 1, 5, 5]), (long.MinValue, 1)), "is no length"),
        ["no stride"] = (() => conv2d(ones([1, 1, 3, 3]), ones([1, 1, 3, 3]), stride: 0), "non-positive stride"),
        ["a window of no size"] = (() => max_pool2d(ones([1, 1, 3, 3]), 0), "stride should not be zero"),
        ["an index out of range"] = (() => ones([2]).index_select(0, tensor<long>([5])), "index out of range"),
        ["a class that is not there"] = (() => cross_entropy(ones([1, 2]), tensor<long>([7])), "Target 7 is out of bounds"),
        ["a gradient of many"] = (() => ones([2]).requires_grad_().mul(2).backward(),
            "grad can be implicitly created only for scalar"),
        ["nothing to derive"] = (() => ones([1]).backward(), "does not require grad"),
        ["an element of many"] = (() => ones([2]).item<float>(), "a Tensor with 2 elements cannot be converted"),
        ["a leaf changed in place"] = (() => ones([1]).requires_grad_().add_(1), "a leaf Variable that requires grad"),
        ["no threads"] = (() => set_num_threads(0), "Expected positive number of threads"),
        ["half precision autocast"] = (() => autocast(float16), "BFloat16 only"),
        ["a whole number to a negative power"] = (() => _ = tensor<long>([1]).pow(-1), "Integers to negative integer powers"),
        ["a state that is none"] = (() => set_rng_state(zeros([3], uint8)), "RNG state"),
        ["an empty join"] = (() => cat([]), "expected a non-empty list of Tensors"),
    };

    public static TheoryData<string> Refused => [.. s_refused.Keys];

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_libtorch_refuses_becomes_an_exception_with_its_message(string name)
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<TorchException>(s_refused[name].Call);
        Assert.Contains(s_refused[name].Message, error.Message);
        Assert.DoesNotContain("frame #", error.Message);
    }

    [Theory]
    [InlineData(0, "a standard exception")]
    [InlineData(1, "not a std::exception")]
    [InlineData(2, "a libtorch check")]
    public void Whatever_C_plus_plus_throws_stops_at_the_border(int kind, string message)
    {
        Assert.Equal(1, pnt_raise_for_test(kind));
        Assert.Contains(message, Marshal.PtrToStringUTF8(pnt_last_error()));
    }

    [Fact]
    public void A_disposed_tensor_says_so()
    {
        var tensor = ones([2]);
        tensor.Dispose();
        Assert.True(tensor.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => tensor.sum());
        Assert.Throws<ObjectDisposedException>(() => tensor.shape);
        Assert.Throws<ObjectDisposedException>(() => tensor.add_(1));
        Assert.Throws<ObjectDisposedException>(() => tensor.ToArray<float>());
        Assert.Throws<ObjectDisposedException>(() => stack([tensor]));
        Assert.Equal("disposed tensor", tensor.ToString());
    }

    [Fact]
    public void Null_is_refused_without_harm()
    {
        using var tensor = ones([2]);
        Assert.ThrowsAny<Exception>(() => tensor.add((Tensor)null!));
        Assert.ThrowsAny<Exception>(() => cat([tensor, null!]));
        Assert.ThrowsAny<Exception>(() => safetensors.load((string)null!));
    }

    [Fact]
    public void Threads_fail_and_succeed_side_by_side()
    {
        Parallel.For(0, 64, i =>
        {
            using var scope = NewDisposeScope();
            if (i % 2 == 0)
                Assert.Contains($"[{i + 7}, -1]", Assert.Throws<TorchException>(() => ones([3]).reshape(i + 7, -1)).Message);
            else
                Assert.Equal(i * 10f, full([10], i).sum().item<float>());
        });
    }

    [DllImport("pneumonia_torch")]
    private static extern int pnt_raise_for_test(int kind);

    [DllImport("pneumonia_torch")]
    private static extern IntPtr pnt_last_error();
}
