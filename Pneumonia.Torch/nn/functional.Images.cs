using static Pneumonia.Torch.Interop.Native;
using static Pneumonia.Torch.torch.Tensor;

namespace Pneumonia.Torch;

public static partial class torch
{
    /// <summary>How new pixels are made from old ones.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest one.</summary>
        Nearest,

        /// <summary>Between the nearest four.</summary>
        Bilinear,
    }

    public static partial class nn
    {
        /// <summary>How <see cref="functional.grid_sample"/> reads between pixels, numbered as in libtorch.</summary>
        public enum GridSampleMode
        {
            /// <summary>Between the nearest four.</summary>
            Bilinear = 0,

            /// <summary>The nearest one.</summary>
            Nearest = 1,
        }

        /// <summary>What <see cref="functional.grid_sample"/> reads outside the image, numbered as in libtorch.</summary>
        public enum GridSamplePaddingMode
        {
            /// <summary>Zero.</summary>
            Zeros = 0,

            /// <summary>The nearest pixel of the border.</summary>
            Border = 1,

            /// <summary>The image mirrored at its border.</summary>
            Reflection = 2,
        }

        /// <summary>How <see cref="functional.pad"/> fills.</summary>
        public enum PaddingModes
        {
            /// <summary>With a value.</summary>
            Constant,

            /// <summary>With the image mirrored at its border.</summary>
            Reflect,

            /// <summary>With the nearest pixel of the border.</summary>
            Replicate,

            /// <summary>With the other end of the image.</summary>
            Circular,
        }

        public static partial class functional
        {
            /// <summary>Images (N, C, H, W) at another size, without smoothing before they shrink.</summary>
            /// <param name="x">The images.</param>
            /// <param name="size">New height and width.</param>
            /// <param name="mode">How pixels are made.</param>
            /// <param name="align_corners">Bilinear only: whether the centres of the corner pixels, not the corners,
            /// stay.</param>
            public static Tensor interpolate(Tensor x, Size2D size, InterpolationMode mode = InterpolationMode.Nearest,
                bool align_corners = false) => mode switch
                {
                    InterpolationMode.Nearest => Make(pnt_upsample_nearest2d(x.Handle, size, out var r), r),
                    InterpolationMode.Bilinear => Make(pnt_upsample_bilinear2d(x.Handle, size, align_corners, out var r), r),
                    _ => throw new ArgumentOutOfRangeException(nameof(mode)),
                };

            /// <summary>Where each pixel of an affinely moved image comes from, for <see cref="grid_sample"/>.</summary>
            /// <param name="theta">Affine maps (N, 2, 3) from new to old coordinates, both from -1 to 1.</param>
            /// <param name="size">Shape (N, C, H, W) of the new images.</param>
            /// <param name="align_corners">Whether -1 and 1 are the centres of the corner pixels, not the corners.</param>
            public static Tensor affine_grid(Tensor theta, ReadOnlySpan<long> size, bool align_corners = false) =>
                Make(pnt_affine_grid(theta.Handle, size, size.Length, align_corners, out var r), r);

            /// <summary>
            /// Reads images (N, C, H, W) at the places of a grid (N, new H, new W, 2) with coordinates from -1 to 1.
            /// </summary>
            public static Tensor grid_sample(Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool align_corners = false) =>
                Make(pnt_grid_sample(input.Handle, grid.Handle, (long)mode, (long)padding_mode, align_corners, out var r), r);

            /// <summary>Adds a margin.</summary>
            /// <param name="input">What is padded.</param>
            /// <param name="pad">Before and after the last dimension, before and after the last but one, and so on.</param>
            /// <param name="mode">What stands in the margin.</param>
            /// <param name="value">The value of <see cref="PaddingModes.Constant"/>.</param>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant,
                double value = 0) =>
                Make(pnt_pad(input.Handle, pad, pad.Length, mode.ToString().ToLowerInvariant(), value, out var r), r);
        }
    }
}
