using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Pneumonia.Blazor.ModelProcess;

/// <summary>Starts processes that give way to the app. Where there is <c>nice</c>, through it: every thread has its niceness from the
/// first instant on. Windows has classes of priority.</summary>
internal static class BackgroundPriority
{
    private const string Nice = "nice";
    private const int IdleFrom = 15;

    /// <summary>Starts a process.</summary>
    /// <param name="start">What to start.</param>
    /// <param name="niceness">How far it gives way, from 0 to 19 as <c>nice</c> counts.</param>
    public static Process Start(ProcessStartInfo start, int niceness)
    {
        if (OperatingSystem.IsWindows())
        {
            var process = Process.Start(start)!;
            GiveWay(process, ClassOf(niceness));
            return process;
        }

        return Process.Start(IsThere(Nice) ? Through(start, niceness) : start)!;
    }

    /// <summary>The class of priority on Windows that comes closest.</summary>
    internal static ProcessPriorityClass ClassOf(int niceness) => niceness switch
    {
        <= 0 => ProcessPriorityClass.Normal,
        < IdleFrom => ProcessPriorityClass.BelowNormal,
        _ => ProcessPriorityClass.Idle,
    };

    private static ProcessStartInfo Through(ProcessStartInfo start, int niceness)
    {
        string[] before = ["-n", niceness.ToString(CultureInfo.InvariantCulture), start.FileName];
        foreach (var (place, argument) in before.Index())
        {
            start.ArgumentList.Insert(place, argument);
        }

        start.FileName = Nice;
        return start;
    }

    private static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static void GiveWay(Process process, ProcessPriorityClass priority)
    {
        try
        {
            process.PriorityClass = priority;
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception)
        {
            // It has ended already, which is told elsewhere; or it keeps its priority, and does its work all the same.
        }
    }
}
