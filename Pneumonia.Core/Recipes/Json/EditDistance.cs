namespace Pneumonia.Core.Recipes.Json;

/// <summary>How far a mistyped name is from another.</summary>
internal static class EditDistance
{
    /// <summary>Letters to insert, delete or replace to make one of the other (Levenshtein 1966).</summary>
    public static int Of(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        foreach (var (i, letter) in left.Index())
        {
            var (diagonal, _) = (row[0], row[0] = i + 1);
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(letter) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                (diagonal, row[j]) = (row[j], Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[^1];
    }
}
