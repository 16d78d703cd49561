using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Record;

namespace Rapporteur.Web;

/// <summary>Turns what went wrong into a page, or into JSON where that was asked for. What was not foreseen is reported to whoever started the server and told to nobody else.</summary>
/// <param name="next">What comes after.</param>
/// <param name="report">Takes one sentence about what was not foreseen.</param>
public sealed class Faults(RequestDelegate next, Action<string> report)
{
    /// <summary>Goes on, and answers where that failed.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (!http.Response.HasStarted && http.Response is { StatusCode: >= 400, ContentType: null } && http.User.Identity is { IsAuthenticated: true })
                await TellAsync(http, http.Response.StatusCode, http.Response.StatusCode switch
                {
                    404 => "There is no such page.",
                    403 => "Your account may not do this.",
                    405 => "This address does not take that.",
                    429 => "Too many requests; wait a moment.",
                    var other => $"The request was not answered ({other}).",
                });
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            var (status, message) = fault switch
            {
                PageException page => (page.Status, page.Message),
                RulingException ruling => (StatusCodes.Status422UnprocessableEntity, ruling.Message),
                BadHttpRequestException bad => (bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "That is more than is taken at once; send less." : "The request cannot be understood."),
                InvalidDataException => (StatusCodes.Status413PayloadTooLarge, "That is more than is taken at once; send less."),
                RecordException record => (StatusCodes.Status503ServiceUnavailable, record.Message),
                _ => (StatusCodes.Status500InternalServerError, "Something went wrong inside the workbench; whoever started it finds the reason where it runs."),
            };
            if (status == StatusCodes.Status500InternalServerError) report($"{http.Request.Method} {http.Request.Path}: {fault}");
            http.Response.StatusCode = status;
            await TellAsync(http, status, message);
        }
    }

    private static async Task TellAsync(HttpContext http, int status, string message)
    {
        if (http.Request.Path.Value?.EndsWith(".json", StringComparison.Ordinal) == true)
        {
            await Results.Json(new Problem(status, message), ScreenRoutes.Json, statusCode: status).ExecuteAsync(http);
            return;
        }

        var visit = http.RequestServices.GetService<RecordRoom>() is null ? null : Visit.Bare(http);
        if (visit is not null) await ScreenRoutes.Page<ProblemPage>(visit, new Problem(status, message), status).ExecuteAsync(http);
    }
}

/// <summary>What went wrong.</summary>
/// <param name="Status">Status of HTTP.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record Problem(int Status, string Message);
