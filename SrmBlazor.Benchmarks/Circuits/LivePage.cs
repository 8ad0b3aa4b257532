namespace SrmBlazor.Benchmarks.Circuits;

/// <summary>The page as a browser would hold it, as far as it takes to find an element's event handler.</summary>
internal sealed class LivePage
{
    private readonly Dictionary<int, LiveNode> components = [];
    private readonly List<LiveNode> roots = [];

    /// <summary>A root component found its place on the page.</summary>
    public void Attach(int component) => roots.Add(components[component] = new LiveNode(null));

    /// <param name="id">Of the element; null: the first one that has such a handler.</param>
    public EventHandlerId? Handler(string? id, string attribute) => roots.Select(root => Handler(root, id, attribute)).FirstOrDefault(found => found is not null);

    public void Apply(RenderBatch batch)
    {
        for (var index = 0; index < batch.UpdatedComponents; index++)
        {
            var at = batch.UpdatedComponent(index);
            var component = batch.Number(at);
            if (components.TryGetValue(component, out var place))
                Edit(batch, component, place, at + 8, batch.Number(at + 4));
        }

        for (var index = 0; index < batch.DisposedComponents; index++)
            components.Remove(batch.DisposedComponent(index));
    }

    private static EventHandlerId? Handler(LiveNode node, string? id, string attribute)
    {
        if ((id is null || node.Id == id) && node.Handlers.TryGetValue(attribute, out var handler))
            return handler;
        return node.Children.Select(child => Handler(child, id, attribute)).FirstOrDefault(found => found is not null);
    }

    private void Edit(RenderBatch batch, int component, LiveNode place, int at, int edits)
    {
        List<(int From, int To)> moves = [];
        for (var parent = place; edits > 0; edits--, at += RenderBatch.EditSize)
        {
            var (kind, sibling, target) = ((EditKind)batch.Number(at), batch.Number(at + 4), batch.Number(at + 8));
            switch (kind)
            {
                case EditKind.PrependFrame:
                    Insert(batch, component, parent, sibling, target);
                    break;
                case EditKind.RemoveFrame:
                    parent.Children.RemoveAt(sibling);
                    break;
                case EditKind.SetAttribute:
                    SetAttribute(batch, component, parent.Children[sibling], batch.Frame(target));
                    break;
                case EditKind.RemoveAttribute:
                    parent.Children[sibling].Handlers.Remove(batch.Text(at + 12)!);
                    break;
                case EditKind.StepIn:
                    parent = parent.Children[sibling];
                    break;
                case EditKind.StepOut:
                    parent = parent.Parent!;
                    break;
                case EditKind.PermutationEntry:
                    moves.Add((sibling, target));
                    break;
                case EditKind.PermutationEnd:
                    var moved = moves.ConvertAll(move => (Node: parent.Children[move.From], move.To));
                    moved.ForEach(move => parent.Children[move.To] = move.Node);
                    moves.Clear();
                    break;
                case EditKind.UpdateText:
                case EditKind.UpdateMarkup:
                    break;
            }
        }
    }

    /// <returns>How many nodes the frame became.</returns>
    private int Insert(RenderBatch batch, int component, LiveNode parent, int index, int frame)
    {
        var at = batch.Frame(frame);
        switch ((FrameKind)batch.Number(at))
        {
            case FrameKind.Element:
                var end = frame + batch.Number(at + 4);
                var element = Place(parent, index);
                for (frame++; frame < end && (FrameKind)batch.Number(batch.Frame(frame)) == FrameKind.Attribute; frame++)
                    SetAttribute(batch, component, element, batch.Frame(frame));
                InsertAll(batch, component, element, 0, frame, end);
                return 1;
            case FrameKind.Component:
                components[batch.Number(at + 8)] = Place(parent, index);
                return 1;
            case FrameKind.Text:
            case FrameKind.Markup:
                Place(parent, index);
                return 1;
            case FrameKind.Region:
                return InsertAll(batch, component, parent, index, frame + 1, frame + batch.Number(at + 4));
            default:
                return 0; // attributes, reference captures, render modes, named events: no node
        }
    }

    private int InsertAll(RenderBatch batch, int component, LiveNode parent, int index, int frame, int end)
    {
        var next = index;
        while (frame < end)
        {
            next += Insert(batch, component, parent, next, frame);
            var at = batch.Frame(frame);
            var hasContent = (FrameKind)batch.Number(at) is FrameKind.Element or FrameKind.Component or FrameKind.Region;
            frame += hasContent ? batch.Number(at + 4) : 1;
        }

        return next - index;
    }

    private static LiveNode Place(LiveNode parent, int index)
    {
        var node = new LiveNode(parent);
        parent.Children.Insert(index, node);
        return node;
    }

    private static void SetAttribute(RenderBatch batch, int component, LiveNode element, int at)
    {
        var name = batch.Text(at + 4)!;
        if (batch.LongNumber(at + 12) is var handler and not 0)
            element.Handlers[name] = new(handler, component);
        else if (name == "id")
            element.Id = batch.Text(at + 8);
    }

    private enum EditKind
    {
        PrependFrame = 1,
        RemoveFrame,
        SetAttribute,
        RemoveAttribute,
        UpdateText,
        StepIn,
        StepOut,
        UpdateMarkup,
        PermutationEntry,
        PermutationEnd,
    }

    private enum FrameKind
    {
        Element = 1,
        Text,
        Attribute,
        Component,
        Region,
        Markup = 8,
    }
}
