namespace SrmBlazor.Features.Erasures;

/// <summary>The words of closing an account, of certificates, and of erasures under way.</summary>
public sealed class ErasuresTexts;
