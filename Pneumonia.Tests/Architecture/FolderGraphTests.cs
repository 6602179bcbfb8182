using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;

namespace Pneumonia.Tests.Architecture;

public sealed class FolderGraphTests
{
    [Fact]
    public void A_circle_is_told_with_the_types_that_make_it()
    {
        var graph = new FolderGraph(Compile("Upper.One", "Lower.Two", backTo: true), depth: 1);

        var lines = Assert.Single(graph.Circles()).Split(Environment.NewLine);

        Assert.Equal(
            ["Lower, Upper need one another:", "  Lower needs Upper: Two uses One", "  Upper needs Lower: One uses Two"], lines);
    }

    [Fact]
    public void One_direction_makes_no_circle() =>
        Assert.Empty(new FolderGraph(Compile("Upper.One", "Lower.Two", backTo: false), depth: 1).Circles());

    [Fact]
    public void Folders_that_lie_deeper_are_told_apart_only_where_that_is_asked_for()
    {
        var assembly = Compile("Room.Shelf.One", "Room.Two", backTo: true);

        Assert.Empty(new FolderGraph(assembly, depth: 1).Circles());
        Assert.StartsWith("Room, Room.Shelf need one another:", Assert.Single(new FolderGraph(assembly, depth: 2).Circles()));
    }

    /// <summary>A project of two types: the first has a field of the second, and a method of the second makes the first where it is to lead
    /// back.</summary>
    private static Assembly Compile(string first, string second, bool backTo)
    {
        var name = new AssemblyName($"Made{Guid.NewGuid():N}");
        var builder = new PersistedAssemblyBuilder(name, typeof(object).Assembly);
        var module = builder.DefineDynamicModule(name.Name!);
        var (one, two) = (module.DefineType($"{name.Name}.{first}"), module.DefineType($"{name.Name}.{second}"));
        one.DefineField("other", two, FieldAttributes.Private);
        var code = two.DefineMethod("Make", MethodAttributes.Static, typeof(void), null).GetILGenerator();
        if (backTo)
        {
            code.Emit(OpCodes.Newobj, one.DefineDefaultConstructor(MethodAttributes.Public));
            code.Emit(OpCodes.Pop);
        }

        code.Emit(OpCodes.Ret);
        one.CreateType();
        two.CreateType();
        using var compiled = new MemoryStream();
        builder.Save(compiled);
        compiled.Position = 0;
        return new AssemblyLoadContext(name.Name, isCollectible: true).LoadFromStream(compiled);
    }
}
