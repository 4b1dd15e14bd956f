using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Operate.ShowHealth;

/// <summary>A part of the house that can say how it is: the record, the model.</summary>
public interface IHealthSource
{
    /// <summary>Looks now. Must end within a second and must not throw.</summary>
    Task<HealthCheck> LookAsync(Words words, CancellationToken cancel);
}
