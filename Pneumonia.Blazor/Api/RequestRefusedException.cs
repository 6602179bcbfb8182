using Pneumonia.Core;

namespace Pneumonia.Blazor.Api;

/// <summary>A request that cannot be answered as it is.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="message">One sentence for whoever wrote the client.</param>
internal sealed class RequestRefusedException(int status, UserText message) : UserException(message)
{
    public int Status { get; } = status;
}
