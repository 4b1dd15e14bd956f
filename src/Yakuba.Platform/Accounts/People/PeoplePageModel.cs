namespace Yakuba.Platform.Accounts.People;

/// <summary>What the list of people shows. Search words come as <c>q</c> by GET to <c>/people</c>.</summary>
/// <param name="Lines">The people of this page.</param>
/// <param name="Search">Words searched for; may be empty.</param>
/// <param name="Page">This page, from 1.</param>
/// <param name="Pages">All pages.</param>
/// <param name="Done">What was just done; may be empty.</param>
public sealed record PeoplePageModel(IReadOnlyList<PersonLine> Lines, string Search = "", int Page = 1, int Pages = 1, string Done = "");

/// <summary>One person in the list.</summary>
/// <param name="UserName">What the person types to sign in.</param>
/// <param name="DisplayName">What others see.</param>
/// <param name="Roles">Names of the roles.</param>
/// <param name="Sections">Names of the sections.</param>
/// <param name="IsActive">False once disabled.</param>
/// <param name="IsFromDirectory">True when the municipality's directory checks the password.</param>
/// <param name="SignedInAt">Last sign-in; null for never.</param>
public sealed record PersonLine(
    string UserName, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Sections, bool IsActive, bool IsFromDirectory, DateTimeOffset? SignedInAt);
