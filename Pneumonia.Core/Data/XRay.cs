namespace Pneumonia.Core.Data;

/// <summary>One image file of a data set, not yet read.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Class">Name of its class, e.g. PNEUMONIA: its class folder's, unless a <see cref="LabelScheme"/> tells another.</param>
/// <param name="Split"><c>train</c>, <c>val</c> or <c>test</c>; null in a flat data set.</param>
/// <param name="Patient">Patient key, unique over the data set; the file itself where names tell no patient.</param>
/// <param name="Cause">E.g. <c>bacteria</c> or <c>virus</c>, from the file name; null where it tells none.</param>
/// <param name="Acquisition">Prefix that tells the acquisition, e.g. <c>IM</c>, <c>NORMAL2-IM</c> or <c>person</c>; null where the name tells none.</param>
public sealed record XRay(string Path, string Class, string? Split, string Patient, string? Cause, string? Acquisition)
{
    /// <summary>Name of the site's folder, where several each hold the classes (<c>hospital1/NORMAL</c>, <c>hospital2/NORMAL</c>); null where there
    /// are none.</summary>
    public string? Site { get; init; }

    /// <summary>What a table tells of the patient; null where there is none.</summary>
    public PatientFacts? Facts { get; init; }
}
