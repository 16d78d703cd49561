using Microsoft.AspNetCore.Http;

namespace Rapporteur.Web;

/// <summary>Keeps work that takes long (briefs, models, PDF) from occupying the server: half of the cores at most, a limited time each, a limited wait. Thread-safe.</summary>
internal sealed class WorkGate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>How long one piece of work may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Does a piece of work on another thread. Throws <see cref="PageException"/> where it takes too long, or others are at work for too long.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="work">The work; looks at the token now and then. Its place is taken until it has ended, also where nobody waits for it any more.</param>
    /// <param name="gone">Ends when who asked goes away.</param>
    /// <param name="limit">How long it may take; <see cref="Limit"/> when null.</param>
    public async Task<T> RunAsync<T>(Func<CancellationToken, T> work, CancellationToken gone, TimeSpan? limit = null)
    {
        if (!await _places.WaitAsync(Patience, gone)) throw new PageException(StatusCodes.Status503ServiceUnavailable, "Others let the machine work just now; try again in a moment.");
        var ending = CancellationTokenSource.CreateLinkedTokenSource(gone);
        var most = limit ?? Limit;
        ending.CancelAfter(most);
        var run = Task.Run(() =>
        {
            try
            {
                return work(ending.Token);
            }
            finally
            {
                _places.Release();
                ending.Dispose();
            }
        }, CancellationToken.None);
        try
        {
            return await run.WaitAsync(most + TimeSpan.FromSeconds(1), gone);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException && !gone.IsCancellationRequested)
        {
            // Whoever waits is told; what the work says later is told to nobody.
            _ = run.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw new PageException(StatusCodes.Status422UnprocessableEntity, $"This takes more than the {most.TotalSeconds:0} seconds that a page may take. Ask for less, or use the command line, which has no limit.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();
}
