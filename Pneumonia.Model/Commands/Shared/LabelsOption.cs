using System.CommandLine;
using Pneumonia.Core.Data;

namespace Pneumonia.Model.Commands.Shared;

/// <summary><c>--labels</c>: where the classes come from.</summary>
internal static class LabelsOption
{
    private const string Folders = "folders";
    private const string BacteriaVirus = "bacteria-virus";

    public static Option<string> Create() => new Option<string>("--labels")
    {
        Description = "folders: a class for each folder. bacteria-virus: NORMAL, BACTERIAL and VIRAL by the file names' causes.",
        DefaultValueFactory = _ => Folders,
    }.AcceptOnlyFromAmong(Folders, BacteriaVirus);

    public static LabelScheme Read(ParseResult result, Option<string> option) =>
        result.GetValue(option) == BacteriaVirus ? LabelScheme.BacteriaVirus : LabelScheme.Folders;
}
