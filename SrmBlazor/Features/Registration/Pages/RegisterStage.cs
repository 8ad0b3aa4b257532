namespace SrmBlazor.Features.Registration.Pages;

/// <summary>What the first page of a registration shows.</summary>
internal enum RegisterStage
{
    Policy,
    Again,
    Begin,
    Child,
    Rejected,
    Open,
}
