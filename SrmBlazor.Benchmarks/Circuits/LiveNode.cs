namespace SrmBlazor.Benchmarks.Circuits;

/// <summary>An element, a piece of text or markup, or a component's place on the page.</summary>
internal sealed class LiveNode(LiveNode? parent)
{
    public LiveNode? Parent { get; } = parent;

    public List<LiveNode> Children { get; } = [];

    /// <summary>The attribute "id" of an element.</summary>
    public string? Id { get; set; }

    /// <summary>By attribute: "oninput" and its like.</summary>
    public Dictionary<string, EventHandlerId> Handlers { get; } = [];
}

/// <param name="Id">What the server calls the handler; a new render may give it a new one.</param>
/// <param name="Component">The component whose markup it stands in.</param>
internal readonly record struct EventHandlerId(ulong Id, int Component);
