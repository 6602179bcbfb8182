using Pneumonia.Model.Commands;

return await CommandLine.RunAsync(args);
