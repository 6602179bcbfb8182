using System.Security.Cryptography;
using Pneumonia.Blazor.Storage;

namespace Pneumonia.Tests.Storage;

public sealed class IdentifiersTests
{
    private static readonly DateTimeOffset s_now = TestClock.Start;

    [Fact]
    public void Within_one_millisecond_their_order_is_that_of_their_making()
    {
        using var random = new Falling();
        var identifiers = new Identifiers(random);

        var made = Enumerable.Range(0, 300).Select(i => identifiers.New(s_now.AddMilliseconds(i / 100))).ToList();

        Assert.Equal(made.Order(StringComparer.Ordinal), made);
        Assert.Equal(made.Count, made.Distinct().Count());
    }

    [Fact]
    public void A_clock_that_is_set_back_does_not_turn_the_order_round()
    {
        using var random = new Falling();
        var identifiers = new Identifiers(random);

        string[] made = [identifiers.New(s_now), identifiers.New(s_now.AddHours(-1)), identifiers.New(s_now.AddMilliseconds(1))];

        Assert.Equal(made.Order(StringComparer.Ordinal), made);
    }

    [Fact]
    public void They_are_uuids_of_the_seventh_version_that_tell_their_time()
    {
        using var random = new Falling();

        var made = Guid.ParseExact(new Identifiers(random).New(s_now), "N");

        Assert.Equal((7, 8), (made.Version, made.Variant & 0b1100));
        Assert.Equal(s_now.ToUnixTimeMilliseconds(), Convert.ToInt64(made.ToString("N")[..12], 16));
    }

    [Fact]
    public void Two_sources_do_not_make_the_same()
    {
        using var random = RandomNumberGenerator.Create();

        Assert.NotEqual(new Identifiers(random).New(s_now), new Identifiers(random).New(s_now));
    }

    /// <summary>Every draw is less than the one before, the worst that chance can do to an order.</summary>
    private sealed class Falling : RandomNumberGenerator
    {
        private byte _next = byte.MaxValue;

        public override void GetBytes(byte[] data) => Array.Fill(data, _next--);
    }
}
