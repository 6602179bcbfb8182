using System.Reflection;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Training;

namespace Pneumonia.Tests.Architecture;

/// <summary>The web app and the command line both stand on what a running model needs, and on nothing of one another: the app never loads
/// libtorch, and the model's core knows neither of them.</summary>
public sealed class ProjectTests
{
    private static readonly Assembly s_app = typeof(Database).Assembly;
    private static readonly Assembly s_core = typeof(PneumoniaModel).Assembly;
    private static readonly Assembly s_program = typeof(ImageClassificationTrainer).Assembly;

    [Fact]
    public void The_app_and_the_program_need_the_core_and_not_one_another()
    {
        Assert.Equal(["Pneumonia.Core"], OwnNeedsOf(s_app));
        Assert.Equal(["Pneumonia.Core"], OwnNeedsOf(s_program));
        Assert.Empty(OwnNeedsOf(s_core));
    }

    [Fact]
    public void The_core_and_the_app_need_no_torch() =>
        Assert.All([s_core, s_app], assembly => Assert.DoesNotContain(
            assembly.GetReferencedAssemblies(), needed => needed.Name!.Contains("torch", StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void The_core_and_the_program_need_no_web() =>
        Assert.All([s_core, s_program], assembly => Assert.DoesNotContain(
            assembly.GetReferencedAssemblies(), needed => needed.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));

    private static IEnumerable<string> OwnNeedsOf(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(needed => needed.Name!).Where(name => name.StartsWith("Pneumonia.", StringComparison.Ordinal));
}
