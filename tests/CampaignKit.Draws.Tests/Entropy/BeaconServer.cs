using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CampaignKit.Draws.Tests;

/// <summary>A beacon on a free port of this machine, which answers what a test tells it to, and 404 to all else.</summary>
internal sealed class BeaconServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new();
    private readonly ConcurrentQueue<string> _asked = new();

    private BeaconServer(WebApplication application)
    {
        _application = application;
        application.Run(context =>
        {
            var path = context.Request.Path.Value!;
            _asked.Enqueue(path);
            if (_answers.TryGetValue(path, out var answer))
                return answer(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    public Uri Address => new(_application.Urls.Single());

    public IReadOnlyList<string> Asked => [.. _asked];

    public static async Task<BeaconServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new BeaconServer(builder.Build());
        await server._application.StartAsync();
        return server;
    }

    public void Answer(string path, string body, int status = StatusCodes.Status200OK) => Answer(path, context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    });

    public void Answer(string path, RequestDelegate answer) => _answers[path] = answer;

    /// <summary>Begins to answer and never ends; the task is done once it has begun.</summary>
    public Task AnswerWithoutEnd(string path)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Answer(path, async context =>
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            begun.TrySetResult();
            var aborted = new TaskCompletionSource();
            await using (context.RequestAborted.Register(aborted.SetResult))
                await aborted.Task;
        });
        return begun.Task;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
