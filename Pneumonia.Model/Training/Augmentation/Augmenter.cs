using Pneumonia.Core.Imaging;
using Pneumonia.Core.Recipes.Augmentation;
using Pneumonia.Model.Data;
using Pneumonia.Model.Tensors;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Training.Augmentation;

/// <summary>Makes randomly changed batches of images.</summary>
internal sealed class Augmenter(AugmentationOptions options, Preprocessing preprocessing)
{
    /// <summary>Changes every image by its own draw: exposure, acquisition, affine map, noise, erased rectangle.</summary>
    /// <returns>[N, 1, height, width], normalised.</returns>
    public Tensor Batch(ImageStore store, ReadOnlySpan<int> indices, Random random)
    {
        // Each view is changed by itself.
        var (views, width, height) = (preprocessing.Views, preprocessing.Width, preprocessing.ViewHeight);
        var count = indices.Length * views;
        var values = new float[count * width * height];
        var thetas = new float[count * 6];
        Span<float> curve = stackalloc float[256];
        for (var i = 0; i < count; i++)
        {
            var pixels = store.Pixels(indices[i / views]).Slice(i % views * width * height, width * height);
            GreyCurve.Draw(options, random, pixels, curve);
            AffineDraw.Draw(options, random, thetas.AsSpan(i * 6, 6));
            var target = values.AsSpan(i * width * height, width * height);
            for (var p = 0; p < target.Length; p++)
            {
                target[p] = curve[pixels[p]];
            }
        }

        var acquired = tensor(values, [count, 1, height, width]);
        ChangeAcquisition(acquired, random);
        var grid = functional.affine_grid(tensor(thetas, [count, 2, 3]), [count, 1, height, width], align_corners: false);
        var images = functional.grid_sample(acquired, grid, align_corners: false);
        AddNoise(images, random);
        BorderCovering.Apply(options, images, random);
        var normalised = Normalise(images);
        Erase(normalised, random);
        return normalised.reshape(indices.Length, 1, preprocessing.Height, width);
    }

    private void ChangeAcquisition(Tensor images, Random random)
    {
        Shading.Apply(options, images, random);
        ResolutionLoss.Apply(options, images, random);
        Sharpness.Apply(options, images, random);
        images.clamp_(0, 1);
    }

    private Tensor Normalise(Tensor images)
    {
        if (preprocessing.Standardisation == Standardisation.None)
        {
            return images.sub_(preprocessing.Mean).div_(preprocessing.Std);
        }

        var (values, area) = (images.ToArray<float>(), preprocessing.Width * preprocessing.ViewHeight);
        Parallel.For(0, values.Length / area, index => preprocessing.Normalise(values.AsSpan(index * area, area)));
        return tensor(values, images.shape);
    }

    private void AddNoise(Tensor images, Random random)
    {
        if (options.Noise > 0)
        {
            var deviations = new float[images.shape[0]];
            for (var i = 0; i < deviations.Length; i++)
            {
                deviations[i] = (float)(random.NextDouble() * options.Noise);
            }

            images.add_(randn_like(images).mul_(tensor(deviations, [deviations.Length, 1, 1, 1])));
        }
    }

    private void Erase(Tensor images, Random random)
    {
        for (var i = 0; i < images.shape[0]; i++)
        {
            if (random.NextDouble() < options.Erasing)
            {
                var area = random.NextDouble() * options.ErasingArea * preprocessing.Width * preprocessing.ViewHeight;
                var aspect = AffineDraw.Factor(random, 1);
                var width = Math.Clamp((int)Math.Sqrt(area * aspect), 1, preprocessing.Width);
                var height = Math.Clamp((int)Math.Sqrt(area / aspect), 1, preprocessing.ViewHeight);
                images.select(0, i)
                    .narrow(1, random.Next(preprocessing.ViewHeight - height + 1), height)
                    .narrow(2, random.Next(preprocessing.Width - width + 1), width)
                    .fill_(random.NextSingle() * 2 - 1);
            }
        }
    }
}
