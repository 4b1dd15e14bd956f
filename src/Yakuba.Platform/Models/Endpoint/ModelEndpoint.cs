using Microsoft.Extensions.AI;
using Yakuba.Platform.Data;
using Yakuba.Platform.Privacy.Gate;
using Yakuba.Platform.Settings;

namespace Yakuba.Platform.Models.Endpoint;

/// <summary>The way to the attached model. Settings are read for each question; connections and the circuit last as long as they do not change.</summary>
public sealed class ModelEndpoint(Database database, SettingStore settings, ModelKey key, TimeProvider time)
{
    private readonly Lock _gate = new();
    private Line? _line;

    /// <summary>The model that is attached now, or null.</summary>
    public async Task<AttachedModel?> FindAsync(CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var url = await settings.GetAsync(read, ModelSettings.Url, cancel);
        var name = await settings.GetAsync(read, ModelSettings.Name, cancel);
        return url.Length == 0 || name.Length == 0 ? null : await WithAsync(read, new Uri(url), name, key.Read(), cancel);
    }

    /// <summary>A model as it would be attached, with the other settings as they are.</summary>
    internal async Task<AttachedModel> WithAsync(Session read, Uri url, string name, string secret, CancellationToken cancel) => new(
        url,
        name,
        secret,
        await settings.GetAsync(read, ModelSettings.AllowOutside, cancel),
        await settings.GetAsync(read, ModelSettings.MostSecret, cancel),
        new ModelLimits(
            TimeSpan.FromSeconds(await settings.GetAsync(read, ModelSettings.DeadlineSeconds, cancel)),
            TimeSpan.FromSeconds(await settings.GetAsync(read, ModelSettings.FirstByteSeconds, cancel)),
            TimeSpan.FromSeconds(await settings.GetAsync(read, ModelSettings.IdleSeconds, cancel)),
            await settings.GetAsync(read, ModelSettings.MaxTokens, cancel)));

    /// <summary>True while the server is left alone after failures.</summary>
    public bool IsResting(AttachedModel model) => LineTo(model).Circuit.IsResting;

    /// <summary>Forgets failures and connections: a model was attached anew.</summary>
    internal void Reset()
    {
        lock (_gate)
        {
            _line = null;
        }
    }

    /// <summary>Begins a talk. The deadline begins with it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="system">What it is to keep to: the program's own words.</param>
    /// <param name="user">The question with its evidence, as the gate lets it out.</param>
    /// <param name="schema">The reply's form.</param>
    /// <param name="cancel">Set when the asker goes away.</param>
    /// <returns>Null while the server rests.</returns>
    public ModelTalk? Talk(AttachedModel model, string system, ClearedText user, ChatResponseFormatJson schema, CancellationToken cancel)
    {
        var line = LineTo(model);
        if (!line.Circuit.TryEnter())
        {
            return null;
        }

        ChatMessage[] messages = [new(ChatRole.System, system), new(ChatRole.User, user.Value)];
        return new ModelTalk(line.Form, model.Limits.Deadline, Ask, Leave, cancel);

        IAsyncEnumerable<ChatResponseUpdate> Ask(OutputForm form, CancellationToken stop) => line.Client.GetStreamingResponseAsync(
            messages,
            new ChatOptions
            {
                Temperature = 0,
                MaxOutputTokens = model.Limits.MaxTokens,
                ResponseFormat = form switch { OutputForm.Schema => schema, OutputForm.Json => ChatResponseFormat.Json, _ => null },
            },
            stop);

        void Leave(bool? success, OutputForm form)
        {
            line.Circuit.Leave(success);
            if (success == true)
            {
                line.Form = form;
            }
        }
    }

    private Line LineTo(AttachedModel model)
    {
        lock (_gate)
        {
            return _line is { } line && line.Model == model ? line : _line = new Line(model, new OpenAiChatClient(model, GuardedHandler.Client(model)), new Circuit(time));
        }
    }

    private sealed record Line(AttachedModel Model, IChatClient Client, Circuit Circuit)
    {
        /// <summary>The strictest form that this server accepted.</summary>
        internal OutputForm Form { get; set; }
    }
}
