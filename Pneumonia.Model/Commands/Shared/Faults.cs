using System.Text;
using Pneumonia.Core;
using Pneumonia.Core.Files;

namespace Pneumonia.Model.Commands.Shared;

/// <summary>Tells a fault in a sentence. One that nobody foresaw leaves a file for whoever is to mend it.</summary>
internal static class Faults
{
    /// <summary>The sentence.</summary>
    /// <param name="fault">What happened.</param>
    /// <param name="folder">Where the trace of an unforeseen fault is written.</param>
    public static UserText Tell(Exception fault, string folder)
    {
        if (fault is ITranslatable)
        {
            return UserText.Of(fault);
        }

        // What the file system says is said to the user: a disk that is full, a folder that is not his.
        if (fault is IOException or UnauthorizedAccessException)
        {
            return $"A file cannot be read or written: {fault.Message}";
        }

        var file = Path.Combine(folder, $"pneumonia-fault-{Guid.NewGuid():N}.log");
        try
        {
            AtomicFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(Trace(fault))));
            return $"Something went wrong that was not foreseen. Where it happened is in {file}, which names no file of yours: please report it.";
        }
        catch (UserException)
        {
            return "Something went wrong that was not foreseen, and there is no room to write down where.";
        }
    }

    // Messages may name files, and files patients.
    private static string Trace(Exception? fault)
    {
        var text = new StringBuilder();
        for (; fault is not null; fault = fault.InnerException)
        {
            text.AppendLine(fault.GetType().FullName).AppendLine(fault.StackTrace).AppendLine();
        }

        return text.ToString();
    }
}
