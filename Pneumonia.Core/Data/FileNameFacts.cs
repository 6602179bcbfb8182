namespace Pneumonia.Core.Data;

/// <summary>What the name of an X-ray's file tells.</summary>
/// <param name="Patient">Patient key, e.g. <c>person12</c> or <c>NORMAL2-IM-0383</c>.</param>
/// <param name="Cause">E.g. <c>bacteria</c> or <c>virus</c>; null where the name tells none.</param>
/// <param name="Acquisition">The prefix that tells the acquisition: <c>IM</c>, <c>NORMAL2-IM</c> or <c>person</c>, with
/// <c>synthetic-</c> before it for phantoms; null where the name tells none.</param>
public sealed record FileNameFacts(string Patient, string? Cause, string? Acquisition);
