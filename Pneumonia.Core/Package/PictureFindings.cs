namespace Pneumonia.Core.Package;

/// <summary>Pictures that a training met more than once, in the same bytes or at another size, compression or exposure.</summary>
/// <param name="Pictures">How many pictures there are more than once.</param>
/// <param name="Images">Images that show them.</param>
/// <param name="JoinedPatients">Patients of the file names that were taken for another of them, as the same picture lies under both; joined ones
/// stand on one side of the hold-out.</param>
/// <param name="LeftOut">Images left out, as the same picture lies in two classes or is held out.</param>
public sealed record PictureFindings(int Pictures, int Images, int JoinedPatients, int LeftOut);
