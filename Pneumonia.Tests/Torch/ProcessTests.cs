using Pneumonia.Torch;
using static Pneumonia.Torch.torch;

namespace Pneumonia.Tests.Torch;

[Collection(SerialCollection.Name)]
public class ProcessTests
{
    [Fact]
    public void A_stored_random_state_gives_the_same_numbers_again()
    {
        using var scope = NewDisposeScope();
        var state = get_rng_state();
        var first = randn([5]).ToArray<float>();
        set_rng_state(state);
        Assert.Equal(first, randn([5]).ToArray<float>());
    }

    [Fact]
    public void The_number_of_threads_can_be_set()
    {
        var before = get_num_threads();
        set_num_threads(2);
        Assert.Equal(2, get_num_threads());
        set_num_threads(before);
    }

    [Fact]
    public void Tensors_work_on_where_freed_memory_is_kept()
    {
        cpu.KeepFreedMemory();
        for (var i = 1; i < 20; i++)
        {
            using var scope = NewDisposeScope();
            Assert.Equal(i * (double)(1 << 20), full([1 << 20], i).sum().item<float>());
        }
    }
}
