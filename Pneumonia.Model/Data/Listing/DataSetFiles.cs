namespace Pneumonia.Model.Data.Listing;

/// <summary>Names of the files that tell of a folder of images.</summary>
internal static class DataSetFiles
{
    /// <summary>Marks a folder of phantoms.</summary>
    public const string SyntheticMarker = "SYNTHETIC.txt";
}
