using System.Text.Json.Nodes;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Settings;

namespace Yakuba.Platform.Models.AttachModel;

/// <summary>Attaches a model server.</summary>
/// <param name="Url">Root of its API, as typed.</param>
/// <param name="Name">The model's name; empty for the server's first.</param>
/// <param name="Key">Key that the server asks for; empty for none, or for the one kept when the address stays.</param>
public sealed record UseModel(string Url, string Name = "", string Key = "");

/// <summary>Attaches and detaches the model. Nothing is attached that did not answer.</summary>
public sealed class AttachModelHandler(Database database, SettingStore settings, ModelEndpoint endpoint, ModelKey key, AuditTrail audit)
{
    /// <summary>Asks the server which models it has, and attaches one.</summary>
    public async Task<Result<AttachedModel>> UseAsync(UseModel request, Actor by, CancellationToken cancel)
    {
        if (!ModelAddress.Parse(request.Url).TryGet(out var url, out var problem))
        {
            return problem;
        }

        if (!ModelKey.IsSendable(request.Key.Trim()))
        {
            return ModelProblems.Key;
        }

        // A key belongs to one address: it is not sent to another server.
        var before = await endpoint.FindAsync(cancel);
        var secret = request.Key.Trim() is { Length: > 0 } typed ? typed : before?.Url == url ? before.Key : "";
        AttachedModel asked;
        await using (var read = await database.ReadAsync(cancel))
        {
            asked = await endpoint.WithAsync(read, url, request.Name.Trim(), secret, cancel);
        }

        if (!(await ModelNames.ListAsync(asked, cancel)).TryGet(out var names, out problem))
        {
            return problem;
        }

        var model = asked with { Name = asked.Name.Length > 0 ? asked.Name : names[0] };
        return names.Contains(model.Name)
            ? await StoreAsync(model, by, cancel)
            : ModelProblems.UnknownName.With(string.Join("、", names.Take(10)));
    }

    /// <summary>Detaches the model: answers are quotations from now on.</summary>
    public async Task<Result<Done>> OffAsync(Actor by, CancellationToken cancel)
    {
        if (await endpoint.FindAsync(cancel) is not { } model)
        {
            return ModelProblems.NotAttached;
        }

        await using var work = await database.BeginAsync(cancel);
        await settings.SetAsync(work, ModelSettings.Url.Name, "", by, cancel);
        await settings.SetAsync(work, ModelSettings.Name.Name, "", by, cancel);
        await audit.AppendAsync(work, by, "model-detached", new JsonObject { ["model"] = model.Name, ["url"] = model.Url.AbsoluteUri }, cancel);
        await work.CommitAsync(cancel);
        key.Write("");
        endpoint.Reset();
        return Done.Instance;
    }

    private async Task<Result<AttachedModel>> StoreAsync(AttachedModel model, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        var problem = await settings.SetAsync(work, ModelSettings.Url.Name, model.Url.AbsoluteUri, by, cancel)
            ?? await settings.SetAsync(work, ModelSettings.Name.Name, model.Name, by, cancel);
        if (problem is not null)
        {
            return problem;
        }

        var facts = new JsonObject { ["model"] = model.Name, ["url"] = model.Url.AbsoluteUri, ["with_key"] = model.Key.Length > 0 };
        await audit.AppendAsync(work, by, "model-attached", facts, cancel);
        key.Write(model.Key);
        await work.CommitAsync(cancel);
        endpoint.Reset();
        return model;
    }
}
