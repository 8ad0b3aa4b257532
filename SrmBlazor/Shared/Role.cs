namespace SrmBlazor.Shared;

/// <summary>What a person may do here. A person can hold several roles; every service checks them, never only a page.</summary>
[Flags]
public enum Role
{
    None = 0,
    Supplier = 1 << 0,
    Representative = 1 << 1,
    Guardian = 1 << 2,
    Verifier = 1 << 3,
    Screener = 1 << 4,
    Coordinator = 1 << 5,
    PrivacyOfficer = 1 << 6,
    Administrator = 1 << 7,
    Auditor = 1 << 8,

    Staff = Verifier | Screener | Coordinator | PrivacyOfficer | Administrator | Auditor,
}
