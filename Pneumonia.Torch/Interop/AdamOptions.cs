namespace Pneumonia.Torch.Interop;

// Layout of the struct of the same name in native/optim.cpp.
internal readonly record struct AdamOptions(
    double Rate, double Beta1, double Beta2, double Eps, double WeightDecay, long Step, long Decoupled);
