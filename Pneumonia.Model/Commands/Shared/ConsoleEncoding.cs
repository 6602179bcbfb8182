using System.Text;

namespace Pneumonia.Model.Commands.Shared;

/// <summary>The encoding of what is printed.</summary>
internal static class ConsoleEncoding
{
    /// <summary>Prints UTF-8 everywhere. Windows would take the code page of its language, which lacks half of what tables and names
    /// need, and whoever reads this program's output could not tell which it was.</summary>
    public static void UseUtf8()
    {
        if (!OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
        catch (IOException)
        {
            // There is no console that could be told.
        }
    }
}
