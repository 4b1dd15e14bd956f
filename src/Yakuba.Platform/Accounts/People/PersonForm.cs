using Microsoft.AspNetCore.Http;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Platform.Accounts.People;

/// <summary>Reads the form of one person.</summary>
internal static class PersonForm
{
    internal static PersonInput Read(IFormCollection form) => new(
        FormText.Of(form, "displayName"), FormText.All(form, "role"), FormText.All(form, "section"), FormText.Of(form, "clearance"), FormText.Of(form, "email"));
}
