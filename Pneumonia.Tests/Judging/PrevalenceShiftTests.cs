using Pneumonia.Core.Judging;

namespace Pneumonia.Tests.Judging;

public sealed class PrevalenceShiftTests
{
    // Of 1000 patients at a prevalence of 0.75, 600 of 750 positive and 50 of 250 negative ones look alike. At 0.1: 80 and 180.
    [Fact]
    public void The_probability_is_what_counting_patients_gives() =>
        Assert.Equal(80 / 260.0, PrevalenceShift.Move(600 / 650.0, 0.75, 0.1), 1e-12);

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void There_and_back_is_where_it_began(double probability) =>
        Assert.Equal(probability, PrevalenceShift.Move(PrevalenceShift.Move(probability, 0.75, 0.02), 0.02, 0.75), 1e-12);

    [Theory]
    [InlineData(1.1, 0.5, 0.5)]
    [InlineData(0.5, 0, 0.5)]
    [InlineData(0.5, 0.5, 1)]
    [InlineData(0.5, 0.5, double.NaN)]
    public void Figures_out_of_range_are_refused(double probability, double from, double to) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PrevalenceShift.Move(probability, from, to));
}
