using Pneumonia.Model.Commands;
using Pneumonia.Model.Commands.Shared;

ConsoleEncoding.UseUtf8();
return await CommandLine.RunAsync(args);
