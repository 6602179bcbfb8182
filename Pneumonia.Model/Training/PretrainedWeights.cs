using Pneumonia.Model.Networks;
using Pneumonia.Model.Serving.Package;
using Pneumonia.Torch;
using static Pneumonia.Torch.torch;

namespace Pneumonia.Model.Training;

/// <summary>Takes over weights that another training has made.</summary>
internal static class PretrainedWeights
{
    /// <summary>Copies every tensor whose name and shape fit, and says which do not. A first convolution made for colour is
    /// adapted to grey by summing over its input channels.</summary>
    /// <param name="path">A safetensors file in torchvision's naming, or a model zip.</param>
    /// <param name="network">Filled in place; what finds no weights keeps its random ones.</param>
    /// <param name="log">Hears what was not taken over.</param>
    /// <exception cref="UserException">The file cannot be read, or nothing in it fits.</exception>
    public static void Load(string path, Network network, Action<string> log)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var source = Read(path);
        var misfits = new List<string>();
        var taken = 0;
        foreach (var (name, target) in network.state_dict())
        {
            if (source.TryGetValue(name, out var tensor) && Fit(tensor, target) is { } fitting)
            {
                target.copy_(fitting);
                taken++;
            }
            else
            {
                misfits.Add(name);
            }
        }

        if (taken <= misfits.Count)
        {
            throw new UserException($"{path}: the weights do not fit {network.Name}: only {taken} of {taken + misfits.Count} tensors do.");
        }

        log($"weights: {taken} tensors taken over from {Path.GetFileName(path)}"
            + (misfits.Count == 0 ? "" : $"; these did not fit and stay random: {string.Join(", ", misfits)}"));
    }

    private static Dictionary<string, Tensor> Read(string path)
    {
        try
        {
            return path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
                ? safetensors.load(ModelZip.Read(path).Weights)
                : safetensors.load(path);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new UserException($"{path}: the weights cannot be read: {e.Message}", e);
        }
    }

    private static Tensor? Fit(Tensor source, Tensor target)
    {
        if (source.shape.SequenceEqual(target.shape))
        {
            return source;
        }

        var isColourStem = source.dim() == 4 && target.dim() == 4 && source.shape[1] == 3 && target.shape[1] == 1
            && source.shape[0] == target.shape[0] && source.shape[2] == target.shape[2] && source.shape[3] == target.shape[3];
        return isColourStem ? source.sum([1], keepdim: true) : null;
    }
}
