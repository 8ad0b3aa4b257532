using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SrmBlazor.Features.Triage.Pages;

namespace SrmBlazor.Features.Triage;

public sealed class TogetherTests
{
    /// <summary>A thousand open boards are sent a thousand messages for a change, not two thousand.</summary>
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task What_changes_at_once_is_one_message_to_the_browser(bool together, int messages)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var browser = new Browser(services);
        var page = await browser.OpenAsync();
        var before = browser.Messages;

        await browser.Dispatcher.InvokeAsync(() =>
        {
            if (together)
            {
                page.Together!.Renew(page.Change);
            }
            else
            {
                page.Change();
            }
        });

        Assert.Equal((messages, 2), (browser.Messages - before, page.Renewed));
    }

    private sealed class Page : ComponentBase
    {
        private Number? first;
        private Number? second;

        public Together? Together { get; private set; }

        public int Renewed => first!.Shown + second!.Shown;

        public void Change()
        {
            first!.Show();
            second!.Show();
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<Together>(0);
            builder.AddComponentReferenceCapture(1, one => Together = (Together)one);
            builder.CloseComponent();
            builder.OpenComponent<Number>(2);
            builder.AddComponentReferenceCapture(3, one => first = (Number)one);
            builder.CloseComponent();
            builder.OpenComponent<Number>(4);
            builder.AddComponentReferenceCapture(5, one => second = (Number)one);
            builder.CloseComponent();
        }
    }

    private sealed class Number : ComponentBase
    {
        public int Shown { get; private set; }

        public void Show()
        {
            Shown++;
            StateHasChanged();
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Shown);
    }

#pragma warning disable BL0006 // what a renderer sends can be counted nowhere else
    private sealed class Browser(IServiceProvider services) : Renderer(services, NullLoggerFactory.Instance)
    {
        public int Messages { get; private set; }

        public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

        public Task<Page> OpenAsync() => Dispatcher.InvokeAsync(async () =>
        {
            var page = (Page)InstantiateComponent(typeof(Page));
            await RenderRootComponentAsync(AssignRootComponentId(page));
            return page;
        });

        protected override void HandleException(Exception exception) => ExceptionDispatchInfo.Throw(exception);

        protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
        {
            Messages++;
            return Task.CompletedTask;
        }
    }
#pragma warning restore BL0006
}
