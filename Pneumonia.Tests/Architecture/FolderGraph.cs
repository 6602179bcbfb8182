using System.Reflection;

namespace Pneumonia.Tests.Architecture;

/// <summary>Which folders of a project need which others: a namespace is a folder, and a type that uses another makes its folder need the
/// other's.</summary>
internal sealed class FolderGraph
{
    private readonly ILookup<string, (string Folder, Type User, Type Used)> _needs;

    /// <param name="assembly">The project's assembly, whose name is its root namespace.</param>
    /// <param name="depth">How many levels of folders are told apart; what lies deeper counts as part of the folder above.</param>
    public FolderGraph(Assembly assembly, int depth)
    {
        var root = assembly.GetName().Name!;
        _needs = TypeUses.In(assembly)
            .Select(use => (From: FolderOf(use.User), To: FolderOf(use.Used), use.User, use.Used))
            .Where(use => use.From is not null && use.To is not null && use.From != use.To)
            .ToLookup(use => use.From!, use => (use.To!, use.User, use.Used));

        // The root itself puts all together, and nothing may need it; what compilers add lies outside.
        string? FolderOf(Type type) => type.Namespace is { } name && name.StartsWith($"{root}.", StringComparison.Ordinal)
            ? string.Join('.', name[(root.Length + 1)..].Split('.').Take(depth))
            : null;
    }

    /// <summary>The folders that others are needed by, each with those that it needs.</summary>
    public IEnumerable<(string Folder, IReadOnlyList<string> Needs)> Folders =>
        _needs.Select(each => (each.Key, (IReadOnlyList<string>)[.. each.Select(need => need.Folder).Distinct().Order(StringComparer.Ordinal)]));

    /// <summary>Every group of folders that need one another, told in words: a way around, and the types that make each step.</summary>
    public IReadOnlyList<string> Circles()
    {
        var reach = _needs.ToDictionary(each => each.Key, each => ReachedFrom(each.Key));
        var groups = reach.Keys.Where(folder => reach[folder].Contains(folder))
            .GroupBy(folder => string.Join(", ", reach[folder].Where(other => reach.TryGetValue(other, out var back) && back.Contains(folder))
                .Order(StringComparer.Ordinal)));
        return [.. groups.OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Tell(group.Key, group.Order(StringComparer.Ordinal).First()))];
    }

    private HashSet<string> ReachedFrom(string start)
    {
        var (reached, open) = (new HashSet<string>(), new Stack<string>([start]));
        while (open.TryPop(out var folder))
        {
            foreach (var (next, _, _) in _needs[folder].Where(need => reached.Add(need.Folder)))
            {
                open.Push(next);
            }
        }

        return reached;
    }

    private string Tell(string group, string start) =>
        $"{group} need one another:{Environment.NewLine}" + string.Join(Environment.NewLine, WayAround(start).Select(step =>
            $"  {step.From} needs {step.To}: " + string.Join(", ", _needs[step.From].Where(need => need.Folder == step.To)
                .Select(need => $"{need.User.Name} uses {need.Used.Name}").Order(StringComparer.Ordinal))));

    // The shortest, breadth first.
    private List<(string From, string To)> WayAround(string start)
    {
        var (before, open) = (new Dictionary<string, string>(), new Queue<string>([start]));
        while (!before.ContainsKey(start) && open.TryDequeue(out var folder))
        {
            foreach (var (next, _, _) in _needs[folder].Where(need => before.TryAdd(need.Folder, folder)))
            {
                open.Enqueue(next);
            }
        }

        var way = new List<(string From, string To)>();
        for (var at = start; way.Count == 0 || at != start; at = before[at])
        {
            way.Insert(0, (before[at], at));
        }

        return way;
    }
}
