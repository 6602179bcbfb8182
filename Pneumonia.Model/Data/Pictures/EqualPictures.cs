using System.Collections.Concurrent;

namespace Pneumonia.Model.Data.Pictures;

/// <summary>Finds images that are the same: of the same bytes, or the same picture at another size, compression or exposure.</summary>
internal static class EqualPictures
{
    /// <summary>Groups of two or more, in order; each index is in one group at the most.</summary>
    /// <param name="contentHashes">SHA-256 of each image; null where it could not be read.</param>
    /// <param name="pictures">The images, small; null where one could not be decoded.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Find(IReadOnlyList<string?> contentHashes, IReadOnlyList<SmallPicture?> pictures)
    {
        var parents = Enumerable.Range(0, contentHashes.Count).ToArray();
        foreach (var same in Enumerable.Range(0, parents.Length).Where(i => contentHashes[i] is not null).GroupBy(i => contentHashes[i]))
        {
            var first = same.First();
            foreach (var other in same.Skip(1))
            {
                Join(parents, first, other);
            }
        }

        // Side by side in memory: at 100,000 images these are compared 5 billion times.
        ulong[] hashes = [.. pictures.Select(picture => picture?.Hash ?? 0)];
        var pairs = new ConcurrentBag<(int, int)>();
        Parallel.For(0, parents.Length, i =>
        {
            if (pictures[i] is not { } one)
            {
                return;
            }

            var hash = hashes[i];
            for (var j = i + 1; j < hashes.Length; j++)
            {
                if (SmallPicture.MayBeSame(hash, hashes[j]) && pictures[j] is { } other && one.IsSame(other))
                {
                    pairs.Add((i, j));
                }
            }
        });
        foreach (var (i, j) in pairs)
        {
            Join(parents, i, j);
        }

        return [.. Enumerable.Range(0, parents.Length).GroupBy(i => RootOf(parents, i)).Where(group => group.Count() > 1).Select(group => group.ToArray())];
    }

    // The lowest index stands for its group, whatever the order of the pairs.
    private static void Join(int[] parents, int one, int other)
    {
        var (first, second) = (RootOf(parents, one), RootOf(parents, other));
        parents[Math.Max(first, second)] = Math.Min(first, second);
    }

    private static int RootOf(int[] parents, int index)
    {
        while (parents[index] != index)
        {
            parents[index] = parents[parents[index]];
            index = parents[index];
        }

        return index;
    }
}
