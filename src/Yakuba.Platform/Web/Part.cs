using Microsoft.AspNetCore.Components;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Platform.Web;

/// <summary>What each page and part of a page stands on: the language of the page.</summary>
public abstract class Part : ComponentBase
{
    /// <summary>The language of the page.</summary>
    [CascadingParameter]
    public Words Words { get; set; } = Words.Japanese;

    /// <summary>Picks the wording in the language of the page.</summary>
    /// <param name="japanese">The Japanese wording.</param>
    /// <param name="english">The English wording.</param>
    protected string T(string japanese, string english) => Words[japanese, english];
}
