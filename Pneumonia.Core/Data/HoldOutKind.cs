namespace Pneumonia.Core.Data;

/// <summary>How patients to hold out are chosen.</summary>
public enum HoldOutKind
{
    /// <summary>At random.</summary>
    Random,

    /// <summary>Those with the lowest study numbers of every class, acquisition and cause: another time than the rest.</summary>
    FirstStudies,

    /// <summary>All of one acquisition, and patients at random of the classes that it does not have.</summary>
    Acquisition,

    /// <summary>All of one site, and patients at random of the classes that it does not have.</summary>
    Site,
}
