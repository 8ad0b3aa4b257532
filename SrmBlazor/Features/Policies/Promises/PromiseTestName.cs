namespace SrmBlazor.Features.Policies.Promises;

/// <summary>The tests of this project are named by sentences, so a full name can be read.</summary>
internal static class PromiseTestName
{
    public static string Sentence(string fullName) => fullName[(fullName.LastIndexOf('.') + 1)..].Replace('_', ' ');

    public static string Class(string fullName) => fullName.Split('.')[^2];
}
