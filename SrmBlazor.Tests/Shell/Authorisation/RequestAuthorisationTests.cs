using SrmBlazor.Support;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>Every cell of the matrix that is about an address, asked over a real socket by people who really signed in.</summary>
public sealed class RequestAuthorisationTests(Callers callers) : IClassFixture<Callers>
{
    public static TheoryData<string> ByRequest => [.. Matrix.In(Matrix.ByRequest).Select(line => line.Operation)];

    [Theory]
    [MemberData(nameof(ByRequest))]
    [Promise("P-1-04", "P-8.1-01")]
    public async Task Who_asks_is_answered_as_the_matrix_says(string request)
    {
        var line = Matrix.In(Matrix.ByRequest).Single(line => line.Operation == request);

        var differences = await callers.DifferencesAsync(line);

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }
}
