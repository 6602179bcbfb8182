using Pneumonia.Core.Data;

namespace Pneumonia.Tests.Data;

public sealed class ClassNameTests
{
    [Theory]
    [InlineData("Normal", "NORMAL")]
    [InlineData("Lungenentz\u00fcndung", "LUNGENENTZU\u0308NDUNG")]
    [InlineData("Covid ", "covid")]
    public void Case_the_way_accents_are_written_and_blanks_around_make_no_other_class(string one, string other) => Assert.True(ClassName.Same(one, other));

    [Fact]
    public void Another_name_is_another_class() => Assert.False(ClassName.Same("NORMAL", "NORMAL2"));

    [Fact]
    public void A_name_that_is_no_valid_text_is_compared_as_it_is() => Assert.True(ClassName.Same("A\ud800", "a\ud800"));
}
