using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Model.Training.Loop;

namespace Pneumonia.Tests.Training.Loop;

public sealed class CauseTargetsTests
{
    [Fact]
    public void The_class_without_causes_stands_for_itself_and_an_untold_cause_is_unknown()
    {
        var targets = CauseTargets.Of(
            [Image("NORMAL", null), Image("PNEUMONIA", "virus"), Image("PNEUMONIA", null), Image("PNEUMONIA", "bacteria")]);

        Assert.Equal(["NORMAL", "bacteria", "virus"], targets.Names);
        Assert.Equal([0, 2, -1, 1], targets.Indexes);
    }

    [Fact]
    public void Names_that_tell_no_cause_are_refused_with_the_option()
    {
        var error = Assert.Throws<UserException>(() => CauseTargets.Of([Image("NORMAL", null), Image("PNEUMONIA", null)]));

        Assert.Contains("AuxiliaryCause", error.Message, StringComparison.Ordinal);
    }

    private static XRay Image(string name, string? cause) => new("x.jpeg", name, null, "x", cause, null);
}
