using System.ClientModel;
using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace Yakuba.Platform.Models.Endpoint;

/// <summary>A piece of a reply.</summary>
/// <param name="Text">What the model wrote; null at the end.</param>
/// <param name="Failure">Set when it ended in another way than by its end.</param>
public readonly record struct ModelPiece(string? Text, ModelFailure? Failure);

/// <summary>One question to the model and its reply, piece by piece, within the deadline. However the server behaves, the end is a value.</summary>
public sealed class ModelTalk : IAsyncDisposable
{
    private readonly Func<OutputForm, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> _ask;
    private readonly Action<bool?, OutputForm> _leave;
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationToken _asker;
    private readonly Stopwatch _writing = new();
    private IAsyncEnumerator<ChatResponseUpdate>? _updates;
    private OutputForm _form;
    private bool? _success;
    private ChatFinishReason? _finish;
    private int _pieces;
    private long _characters;
    private long _told;

    internal ModelTalk(
        OutputForm form, TimeSpan deadline, Func<OutputForm, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> ask, Action<bool?, OutputForm> leave, CancellationToken asker)
    {
        (_form, _ask, _leave, _asker) = (form, ask, leave, asker);
        _deadline = CancellationTokenSource.CreateLinkedTokenSource(asker);
        _deadline.CancelAfter(deadline);
    }

    /// <summary>Tokens written. What the server tells is believed only as far as the text can hold it.</summary>
    public long Tokens => _told > 0 && _told <= 4 * _characters + 16 ? _told : _pieces;

    /// <summary>Seconds from the first piece to the last.</summary>
    public double Seconds => _writing.Elapsed.TotalSeconds;

    /// <summary>The next piece.</summary>
    /// <exception cref="OperationCanceledException">The asker has gone.</exception>
    public async Task<ModelPiece> NextAsync()
    {
        while (true)
        {
            try
            {
                _updates ??= _ask(_form, _deadline.Token).GetAsyncEnumerator(_deadline.Token);
                if (!await _updates.MoveNextAsync())
                {
                    return End(_finish == ChatFinishReason.Stop ? null : ModelFailure.CutOff);
                }

                if (Take(_updates.Current) is { } text)
                {
                    return new(text, null);
                }
            }
            catch (OperationCanceledException) when (_asker.IsCancellationRequested)
            {
                throw;
            }
            catch (OperationCanceledException)
            {
                return End(ModelFailure.TooSlow);
            }
            catch (ClientResultException e) when (e.Status is 400 or 422 && _pieces == 0 && _form != OutputForm.Words)
            {
                // The server does not know this way of asking for a form: ask less strictly.
                await _updates!.DisposeAsync();
                _updates = null;
                _form++;
            }
            catch (Exception e) // The edge to a foreign server: what the packages throw at its bytes cannot be listed, and none of it may end a request.
            {
                return End(ModelEndedException.FailureOf(e));
            }
        }
    }

    /// <summary>Ends the talk; what is still on its way is dropped.</summary>
    public async ValueTask DisposeAsync()
    {
        _leave(_success, _form);
        await _deadline.CancelAsync();
        if (_updates is not null)
        {
            try
            {
                await _updates.DisposeAsync();
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                // The reply was dropped in the middle.
            }
        }

        _deadline.Dispose();
    }

    private string? Take(ChatResponseUpdate update)
    {
        _finish = update.FinishReason ?? _finish;
        foreach (var usage in update.Contents.OfType<UsageContent>())
        {
            _told = usage.Details.OutputTokenCount ?? 0;
        }

        if (update.Text.Length == 0)
        {
            return null;
        }

        _writing.Start();
        _pieces++;
        _characters += update.Text.Length;
        return update.Text;
    }

    private ModelPiece End(ModelFailure? failure)
    {
        _writing.Stop();
        _success = failure is null || !failure.Value.IsServers();
        return new(null, failure);
    }
}
