using Pneumonia.Model.Commands;

ConsoleEncoding.UseUtf8();
return await CommandLine.RunAsync(args);
