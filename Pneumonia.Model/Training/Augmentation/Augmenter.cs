using Pneumonia.Model.Imaging;
using Pneumonia.Torch;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Training.Augmentation;

/// <summary>Makes randomly changed batches of images.</summary>
internal sealed class Augmenter(AugmentationOptions options, Preprocessing preprocessing)
{
    /// <summary>Changes every image by its own draw: exposure, affine map, sharpness, noise, erased rectangle.</summary>
    /// <returns>[N, 1, height, width], normalised.</returns>
    public Tensor Batch(ImageStore store, ReadOnlySpan<int> indices, Random random)
    {
        var (count, width, height) = (indices.Length, preprocessing.Width, preprocessing.Height);
        var values = new float[count * width * height];
        var thetas = new float[count * 6];
        Span<float> curve = stackalloc float[256];
        for (var i = 0; i < count; i++)
        {
            GreyCurve.Draw(options, random, curve);
            AffineDraw.Draw(options, random, thetas.AsSpan(i * 6, 6));
            var target = values.AsSpan(i * width * height, width * height);
            var pixels = store.Pixels(indices[i]);
            for (var p = 0; p < target.Length; p++)
            {
                target[p] = curve[pixels[p]];
            }
        }

        var grid = functional.affine_grid(tensor(thetas, [count, 2, 3]), [count, 1, height, width], align_corners: false);
        var images = functional.grid_sample(tensor(values, [count, 1, height, width]), grid, align_corners: false);
        Sharpen(images, random);
        AddNoise(images, random);
        images.sub_(preprocessing.Mean).div_(preprocessing.Std);
        Erase(images, random);
        return images;
    }

    private void Sharpen(Tensor images, Random random)
    {
        if (options.Sharpness > 0)
        {
            const float mostBlur = 1, mostSharpening = 1.5f;
            var amounts = new float[images.shape[0]];
            for (var i = 0; i < amounts.Length; i++)
            {
                if (random.NextDouble() < options.Sharpness)
                {
                    amounts[i] = random.NextSingle() * (mostBlur + mostSharpening) - mostSharpening;
                }
            }

            var neighbours = functional.avg_pool2d(images, 3, stride: 1, padding: 1, count_include_pad: false);
            images.add_(neighbours.sub_(images).mul_(tensor(amounts, [amounts.Length, 1, 1, 1]))).clamp_(0, 1);
        }
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
                var area = random.NextDouble() * options.ErasingArea * preprocessing.Width * preprocessing.Height;
                var aspect = AffineDraw.Factor(random, 1);
                var width = Math.Clamp((int)Math.Sqrt(area * aspect), 1, preprocessing.Width);
                var height = Math.Clamp((int)Math.Sqrt(area / aspect), 1, preprocessing.Height);
                images.select(0, i)
                    .narrow(1, random.Next(preprocessing.Height - height + 1), height)
                    .narrow(2, random.Next(preprocessing.Width - width + 1), width)
                    .fill_(random.NextSingle() * 2 - 1);
            }
        }
    }
}
