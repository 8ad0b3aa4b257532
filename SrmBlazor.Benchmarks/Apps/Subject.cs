using SrmBlazor.Benchmarks.Circuits;

namespace SrmBlazor.Benchmarks.Apps;

/// <summary>An app that is measured.</summary>
/// <param name="Project">Its folder, from the root of the repository.</param>
/// <param name="FirstPage">Answered first after a start.</param>
/// <param name="Page">The form.</param>
/// <param name="Enter">What somebody does before the form opens to them.</param>
/// <param name="Settings">Environment variables, given the folder for its data.</param>
internal sealed record Subject(
    string Name, string Project, string FirstPage, string Page, TypedField Judged, TypedField Ordinary,
    Func<Visitor, Uri, Task>? Enter = null, Func<string, IEnumerable<(string Name, string Value)>>? Settings = null)
{
    public static readonly Subject Portal = new("ours", "SrmBlazor", "/register", "/register/about-you",
        new("Mailbox", ".field", "ada@example.com", '.'), new("FullName", ".field", "Ada Lovelace", 'e'), WizardEntrance.EnterAsync, PortalSettings.In);

    public static readonly Subject Plain = Reference("plain", "Plain", ".row");

    public static readonly Subject Mud = Reference("mud", "Mud", ".mud-input-control");

    public static readonly IReadOnlyList<Subject> References = [Plain, Mud];

    public static readonly IReadOnlyList<Subject> All = [Portal, .. References];

    public Task EnterAsync(Visitor visitor, Uri root) => Enter?.Invoke(visitor, root) ?? Task.CompletedTask;

    private static Subject Reference(string name, string project, string surroundings) =>
        new(name, $"SrmBlazor.Benchmarks/References/{project}", "/", "/form", new("vat", surroundings, "DE12345678", '!'), new("legal", surroundings, "Ada", 'e'));
}

/// <param name="Id">Of the input.</param>
/// <param name="Surroundings">Selector of the element around it that shows whether the answer is right.</param>
/// <param name="Right">A right answer.</param>
/// <param name="Key">Typed after it. In the judged field it makes the answer wrong, in the ordinary one it changes nothing to be seen.</param>
internal sealed record TypedField(string Id, string Surroundings, string Right, char Key)
{
    public string Wrong => Right + Key;
}
