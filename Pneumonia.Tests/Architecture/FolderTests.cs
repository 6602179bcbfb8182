using System.Reflection;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Training;

namespace Pneumonia.Tests.Architecture;

/// <summary>The folders of a project build on one another in one direction, so that each can be read, and changed, with nothing but those
/// below it in mind.</summary>
public sealed class FolderTests
{
    /// <summary>A type of each project that keeps to it.</summary>
    public static TheoryData<Type> Projects => [typeof(Database), typeof(PneumoniaModel), typeof(ImageClassificationTrainer)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Top_folders_of_a_project_need_one_another_in_no_circle(Type inProject) => AssertNoCircles(inProject.Assembly, depth: 1);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_of_a_project_need_one_another_in_no_circle(Type inProject) => AssertNoCircles(inProject.Assembly, depth: int.MaxValue);

    private static void AssertNoCircles(Assembly assembly, int depth)
    {
        var circles = new FolderGraph(assembly, depth).Circles();
        Assert.True(circles.Count == 0, string.Join(Environment.NewLine, circles));
    }
}
