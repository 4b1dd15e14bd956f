using Yakuba.Platform.Jobs;
using Yakuba.Platform.Models.CheckModel;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Platform.Models.AttachModel;

/// <summary>Gathers what the page of the model shows.</summary>
internal sealed class ModelPageModels(ModelEndpoint endpoint, ScoreSheets sheets, JobQueue jobs)
{
    internal async Task<ModelPageModel> MakeAsync(CancellationToken cancel)
    {
        var model = await endpoint.FindAsync(cancel);
        var check = await CheckModelHandler.RunningAsync(jobs, cancel);
        return new(model is not null, model?.Url.AbsoluteUri ?? "", model?.Name ?? "", model is null ? [] : Facts(model))
        {
            Sheets = await sheets.ListAsync(20, cancel),
            CheckDone = check?.Done,
            CheckAll = check?.All ?? 0,
        };
    }

    private List<FactLine> Facts(AttachedModel model) =>
    [
        new("状態", endpoint.IsResting(model) ? "失敗が続いたため、しばらく使わず原文で回答しています" : "使えます"),
        new("渡してよい区分", model.MostSecret.ToName() + "まで"),
        new("待つ時間", $"全体{model.Limits.Deadline.TotalSeconds:0}秒、書き始めまで{model.Limits.FirstByte.TotalSeconds:0}秒、途切れ{model.Limits.Idle.TotalSeconds:0}秒"),
        new("鍵", model.Key.Length > 0 ? "あり" : "なし"),
    ];
}
