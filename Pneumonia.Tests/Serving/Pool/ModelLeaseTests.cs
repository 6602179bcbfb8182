using Microsoft.Extensions.Time.Testing;
using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Tests.Serving.Pool;

public sealed class ModelLeaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeLoader _loader = new();
    private readonly ModelSlot _slot;

    public ModelLeaseTests() => _slot = new ModelSlot(_loader, Write("one"), new FakeTimeProvider());

    public void Dispose()
    {
        _slot.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_lease_stays_with_its_model_and_the_model_with_the_last_of_its_leases()
    {
        var first = _slot.Lease();
        var shared = first.Share();
        await _slot.ServeFromAsync(Write("two"));
        using var second = _slot.Lease();

        Assert.Equal(("pneumonia one.....", "pneumonia two....."), (first.Name, second.Name));
        first.Dispose();
        first.Dispose();
        Assert.Equal((2, "pneumonia one....."), (_loader.Live, shared.Name));
        shared.Dispose();
        Assert.Equal(1, _loader.Live);
    }

    [Fact]
    public void A_lease_that_is_over_says_nothing_more()
    {
        var lease = _slot.Lease();
        lease.Dispose();

        Assert.Throws<ObjectDisposedException>(() => lease.Model);
        Assert.Throws<ObjectDisposedException>(() => lease.Share());
    }

    [Fact]
    public async Task A_slot_may_be_asked_without_loading_and_loads_ahead_of_its_first_request()
    {
        Assert.Null(_slot.TryLease());
        Assert.Equal(0, _loader.Loads);

        await _slot.LoadAsync();

        using var lease = _slot.TryLease();
        Assert.Equal("one.....", lease?.Information.Version);
    }

    [Fact]
    public async Task A_bad_file_leaves_the_model_before_it_serving_with_a_warning()
    {
        await _slot.LoadAsync();

        await _slot.ServeFromAsync(Write("broken"));

        using var lease = _slot.Lease();
        Assert.Equal("one.....", lease.Information.Version);
        Assert.Equal("The model's file is refused, and version one..... keeps serving: it is broken.", _slot.Status.Warning?.ToString());
    }

    [Fact]
    public void A_slot_that_has_ended_leases_nothing()
    {
        using var lease = _slot.Lease();
        _slot.Dispose();

        Assert.Null(_slot.TryLease());
        Assert.Throws<ObjectDisposedException>(() => _slot.Lease());
        Assert.Equal("pneumonia one.....", lease.Name);
    }

    private string Write(string text) => _folder.Write($"{text}.txt", System.Text.Encoding.UTF8.GetBytes(text));
}
