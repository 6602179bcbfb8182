using System.CommandLine;
using Pneumonia.Model;
using Pneumonia.Model.Commands;

try
{
    var root = new RootCommand("Learns to tell pneumonia from normal on chest X-rays. Not a medical device.") { DataCommand.Create() };
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped.");
    return 130;
}
catch (UserException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
