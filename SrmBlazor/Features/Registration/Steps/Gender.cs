namespace SrmBlazor.Features.Registration.Steps;

/// <summary>Asked with personnel leasing alone. "Other" is a full answer and is compared with nothing.</summary>
public enum Gender
{
    Female,
    Male,
    Other,
}
