namespace Pneumonia.Model.Commands.Shared;

/// <summary>What a command ends with; 0 where all went well.</summary>
internal static class ExitCode
{
    /// <summary>The command did not get what it needs: a file, a folder, a model.</summary>
    public const int Failed = 1;

    /// <summary>The arguments are wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;
}
