namespace Pneumonia.Model.CheckFitting;

/// <summary>The directions in which vectors vary most.</summary>
internal static class PrincipalSubspace
{
    private const int Iterations = 20;

    /// <summary>An orthonormal basis of the leading principal components' space, by subspace iteration (Halko, Martinsson and Tropp 2011,
    /// "Finding structure with randomness", algorithm 4.4). The components themselves are not told apart: a covariance within does not
    /// depend on it.</summary>
    /// <param name="vectors">Centred vectors of one length.</param>
    /// <param name="count">Directions wanted, at most the length.</param>
    /// <param name="seed">Seed of the first guess.</param>
    /// <returns>Rows of the basis.</returns>
    public static double[][] Find(IReadOnlyList<float[]> vectors, int count, int seed)
    {
        var (random, length) = (new Random(seed), vectors[0].Length);
        var basis = Enumerable.Range(0, count)
            .Select(_ => Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5).ToArray()).ToArray();
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            Orthonormalise(basis);
            basis = Covariance(vectors, basis);
        }

        Orthonormalise(basis);
        return basis;
    }

    /// <summary>Sum of the products of two vectors of one length.</summary>
    public static double Dot(double[] left, float[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static double[][] Covariance(IReadOnlyList<float[]> vectors, double[][] basis) => [.. basis.AsParallel().AsOrdered().Select(direction =>
    {
        var product = new double[direction.Length];
        foreach (var vector in vectors)
        {
            var along = Dot(direction, vector);
            for (var i = 0; i < product.Length; i++)
            {
                product[i] += along * vector[i];
            }
        }

        return product;
    })];

    // Modified Gram and Schmidt, twice: once loses orthogonality where directions are nearly the same.
    private static void Orthonormalise(double[][] basis)
    {
        for (var i = 0; i < basis.Length; i++)
        {
            for (var pass = 0; pass < 2; pass++)
            {
                for (var j = 0; j < i; j++)
                {
                    var along = basis[i].Zip(basis[j], (a, b) => a * b).Sum();
                    for (var k = 0; k < basis[i].Length; k++)
                    {
                        basis[i][k] -= along * basis[j][k];
                    }
                }
            }

            var length = Math.Sqrt(basis[i].Sum(value => value * value));
            basis[i] = Array.ConvertAll(basis[i], value => value / length);
        }
    }
}
