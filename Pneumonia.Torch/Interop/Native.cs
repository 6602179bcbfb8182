namespace Pneumonia.Torch.Interop;

// The functions of native/*.cpp under their own names. Each returns a status for NativeStatus.Verify unless it cannot fail.
internal static partial class Native
{
    private const string Library = "pneumonia_torch";
}
