using Pneumonia.Core;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Networks;

namespace Pneumonia.Tests.Recipes;

public sealed class ArchitecturesTests
{
    [Theory]
    [InlineData("ResnetV250", "resnetv2_50")]
    [InlineData("ResnetV2101", "resnetv2_101")]
    [InlineData("InceptionV3", "inception_v3")]
    [InlineData("MobilenetV2", "mobilenet_v2")]
    [InlineData("RESNET18", "resnet18")]
    public void ML_NETs_names_are_understood_whatever_the_case(string alias, string name) =>
        Assert.Equal(name, Architectures.Find(alias).Name);

    [Fact]
    public void An_unknown_name_is_refused_with_those_there_are()
    {
        var error = Assert.Throws<UserException>(() => Architectures.Find("resnet19"));

        Assert.Contains("'resnet19'", error.Message, StringComparison.Ordinal);
        Assert.All(
            Architectures.All, architecture => Assert.Contains(architecture.Name, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_network_can_be_made_of_every_architecture_and_of_no_other() =>
        Assert.Equal(Architectures.All.Select(architecture => architecture.Name).Order(), NetworkFactory.Names.Order());

    [Fact]
    public void No_two_architectures_share_a_name()
    {
        var names = Architectures.All.SelectMany(architecture => architecture.Aliases.Append(architecture.Name)).ToArray();

        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
