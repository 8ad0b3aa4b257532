using SrmBlazor.Features.Notifications;
using SrmBlazor.Shell;

if (CommandLine.Asks(args))
{
    return await CommandLine.RunAsync(args);
}

// the settings and the web root lie beside the application, wherever it is started from
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddPortal();
builder.AddMailWorker();

var app = builder.Build();
await app.PreparePortalAsync();
app.MapPortal();
await app.RunAsync();
return 0;
