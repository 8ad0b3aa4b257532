namespace SrmBlazor.Features.Verification;

/// <summary>What a supplier can be asked to mend. Names are stored.</summary>
public enum CaseItem
{
    FullName,
    Nationality,
    IdType,
    IdCountry,
    IdNumber,
    Scan,
}

/// <summary>Why an identity check was refused. A list, not free text: a column must not name a person; words go into the sealed message.</summary>
public enum RefusalGround
{
    DocumentNotValid,
    DetailsDisagree,
    AlreadyRegistered,
    NotAnswered,
    NotEligible,
}
