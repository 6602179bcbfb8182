namespace Pneumonia.Model.Data.Phantoms;

/// <summary>Where an opacity lies in a phantom, in pixels.</summary>
/// <param name="X">Left column.</param>
/// <param name="Y">Top row.</param>
/// <param name="Width">Columns, 1 or more.</param>
/// <param name="Height">Rows, 1 or more.</param>
/// <param name="Kind">Kind of the opacity.</param>
public sealed record PhantomBox(int X, int Y, int Width, int Height, OpacityKind Kind);
