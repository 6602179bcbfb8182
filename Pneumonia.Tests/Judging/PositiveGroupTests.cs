using Pneumonia.Core;
using Pneumonia.Core.Judging;

namespace Pneumonia.Tests.Judging;

public sealed class PositiveGroupTests
{
    [Theory]
    [InlineData("NORMAL,PNEUMONIA", "PNEUMONIA")]
    [InlineData("EFFUSION,NORMAL", "EFFUSION")]
    [InlineData("NORMAL,BACTERIAL,VIRAL", "PNEUMONIA (BACTERIAL, VIRAL)")]
    [InlineData("COVID,NORMAL,PNEUMONIA", "ABNORMAL (COVID, PNEUMONIA)")]
    [InlineData("ABNORMAL,COVID,normal", "ABNORMAL or COVID (ABNORMAL, COVID)")]
    [InlineData("COVID,PNEUMONIA,TUBERCULOSIS", "PNEUMONIA")]
    [InlineData("A,B,C", "C")]
    public void All_but_normal_is_positive_by_default(string classes, string positive) =>
        Assert.Equal(positive, PositiveGroup.Of(classes.Split(',')).ToString());

    [Fact]
    public void The_positive_classes_can_be_chosen() =>
        Assert.Equal("B or C (B, C)", PositiveGroup.Of(["A", "B", "C", "D"], "C", "B").ToString());

    [Theory]
    [InlineData("The positive class X is none of the classes A, B.", "X")]
    [InlineData("Not all of the classes A, B can be positive.", "A", "B")]
    public void A_choice_that_makes_no_sense_is_refused(string message, params string[] positive) =>
        Assert.Equal(message, Assert.Throws<UserException>(() => PositiveGroup.Of(["A", "B"], positive)).Message);
}
