using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Yakuba.Platform.Web;

/// <summary>Renders one part to HTML text, for answers that are sent piece by piece.</summary>
public sealed class FragmentRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>Renders a part in the language of the request.</summary>
    /// <typeparam name="TPart">The part.</typeparam>
    /// <param name="parameters">Its parameters by name.</param>
    /// <returns>HTML, without a surrounding page.</returns>
    public async Task<string> RenderAsync<TPart>(IDictionary<string, object?> parameters)
        where TPart : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TPart>(ParameterView.FromDictionary(parameters));
            return root.ToHtmlString();
        });
    }
}
