namespace SrmBlazor.Features.Accounts;

public sealed class AccountsTexts;
