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
    public void Memory_that_tensors_gave_back_stays_with_the_process_where_that_is_asked_for()
    {
        cpu.KeepFreedMemory();
        long used;
        using (ones([64, 1024, 1024], uint8))
            used = Environment.WorkingSet;
        Assert.True(used - Environment.WorkingSet < 32 << 20);
    }
}
