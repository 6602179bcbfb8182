namespace Pneumonia.Model.Data.Inspection;

/// <summary>A patient key found in more than one split. In Kaggle's archive the numbering may have begun anew in each split, so
/// the key may stand for two people; nobody can tell from the names.</summary>
/// <param name="Patient">The patient key.</param>
/// <param name="Splits">The splits that hold images of it.</param>
public sealed record SharedPatient(string Patient, IReadOnlyList<string> Splits);
