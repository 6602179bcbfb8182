namespace Pneumonia.Model.Data.Adults;

/// <summary>A row of a table of X-rays. All is text as it stands there; what is missing is empty.</summary>
/// <param name="Line">Its line in the table, from 1.</param>
/// <param name="File">File name.</param>
/// <param name="Patient">Patient key.</param>
/// <param name="Label">What stands for the class.</param>
/// <param name="Age">Years.</param>
/// <param name="Sex">Sex.</param>
/// <param name="View">View, e.g. PA.</param>
internal sealed record AdultRow(int Line, string File, string Patient, string Label, string Age, string Sex, string View);
