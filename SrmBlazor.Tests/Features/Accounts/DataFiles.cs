using System.Text;

namespace SrmBlazor.Features.Accounts;

internal static class DataFiles
{
    /// <summary>Every byte of the databases, their logs and the program's, one character each.</summary>
    public static string Text(string folder)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
