using Pneumonia.Core;

namespace Pneumonia.Blazor.ModelProcess;

/// <summary>The program ended with an error.</summary>
public sealed class ProgramFailedException(UserText message) : UserException(message);
