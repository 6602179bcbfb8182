namespace Pneumonia.Core.Statistics;

/// <summary>Solves small systems of linear equations.</summary>
internal static class LinearSystem
{
    // Keeps a curvature that has vanished, as it does between classes told apart without doubt, from being divided by.
    private const double Ridge = 1e-12;

    /// <summary>Gaussian elimination. A positive definite matrix needs no exchange of rows.</summary>
    /// <param name="matrix">Symmetric, without negative eigenvalues; overwritten.</param>
    /// <param name="right">Right-hand side.</param>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        var (count, solution) = (right.Length, right.ToArray());
        for (var pivot = 0; pivot < count; pivot++)
        {
            matrix[pivot, pivot] += Ridge;
            for (var row = pivot + 1; row < count; row++)
            {
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < count; column++)
                {
                    matrix[row, column] -= factor * matrix[pivot, column];
                }

                solution[row] -= factor * solution[pivot];
            }
        }

        for (var row = count - 1; row >= 0; row--)
        {
            for (var column = row + 1; column < count; column++)
            {
                solution[row] -= matrix[row, column] * solution[column];
            }

            solution[row] /= matrix[row, row];
        }

        return solution;
    }
}
